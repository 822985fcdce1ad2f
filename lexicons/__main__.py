"""`python -m lexicons`: compiles the word tables of the reader."""

from lexicons.compiler import main

raise SystemExit(main())
