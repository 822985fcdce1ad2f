"""Grammar: by which verb, in which clause, a sentence tells of its numbers, said or denied."""
