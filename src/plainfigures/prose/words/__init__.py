"""Words: the tables of the language, the forms and kinds of words, sentences and their tokens."""
