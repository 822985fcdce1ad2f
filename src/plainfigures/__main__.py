"""`python -m plainfigures`: the same command as `plainfigures`."""

from plainfigures.cli import main

if __name__ == "__main__":
    main(prog_name="plainfigures")
