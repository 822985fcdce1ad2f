"""Pages of Markdown as the tests see them: fenced blocks, code spans, links, shown output."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.scratch import ROOT

_FENCE = re.compile(r"```([a-z]*)")
_SPAN = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_FILE = re.compile(r"(Write|Add\s+to)\s+`([^`\s]+)`:\Z")
_HEADING = re.compile(r"#+ (.+)")


@dataclass(frozen=True)
class Block:
    """A fenced block: where it begins, its language, its text, and the paragraph just before."""

    page: str
    line: int
    language: str
    text: str
    before: str

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def file(self) -> tuple[str, str] | None:
        """("Write" or "Add to", path) where the words before the block make it a file."""
        match = _FILE.search(self.before)
        return None if match is None else (" ".join(match[1].split()), match[2])

    def commands(self) -> list[tuple[str, str]]:
        """(command, output shown) of a console: a command stands behind "$ "."""
        found: list[tuple[str, list[str]]] = []
        for line in self.text.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                assert found, f"{self.place}: output stands before the first command"
                found[-1][1].append(line)
        return [(command, "\n".join(lines)) for command, lines in found]


@dataclass(frozen=True)
class Page:
    """A page of the checkout, named by its path."""

    name: str

    @cached_property
    def blocks(self) -> list[Block]:
        return [part for part in self._parts() if isinstance(part, Block)]

    @cached_property
    def prose(self) -> str:
        """The page without its fenced blocks."""
        return "\n".join(part for part in self._parts() if isinstance(part, str))

    @property
    def spans(self) -> list[str]:
        """The code spans, white space as blanks."""
        return [" ".join(span.split()) for span in _SPAN.findall(self.prose)]

    @property
    def links(self) -> list[str]:
        return _LINK.findall(_SPAN.sub("", self.prose))

    @property
    def anchors(self) -> set[str]:
        """What a link may name behind "#"."""
        titles = (match[1] for match in map(_HEADING.fullmatch, self.prose.splitlines()) if match)
        return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}

    def rows(self) -> Iterator[list[str]]:
        """The cells of every row of every table."""
        for line in self.prose.splitlines():
            if line.startswith("|"):
                yield [cell.strip() for cell in line.strip("|").split("|")]

    def _parts(self) -> Iterator[str | Block]:
        before: list[str] = []
        fence: re.Match[str] | None = None
        inside: list[str] = []
        for number, line in enumerate((ROOT / self.name).read_text("utf-8").splitlines(), 1):
            if fence is None:
                fence = _FENCE.fullmatch(line)
                if fence is None:
                    yield line
                    before.append(line)
            elif line == "```":
                words = "\n".join(before).strip().rpartition("\n\n")[2]
                text = "".join(f"{each}\n" for each in inside)
                yield Block(self.name, number - len(inside) - 1, fence[1], text, words)
                before, fence, inside = [], None, []
            else:
                inside.append(line)
        assert fence is None, f"{self.name}: a block has no end"


def agrees(shown: str, real: str) -> bool:
    """Whether a real output is the one shown, where "..." stands for what is left out."""
    lines = []
    for line in shown.strip("\n").splitlines():
        if line.strip() == "...":
            lines.append(r"(?:.*\n)*?")
        else:
            lines.append(".*?".join(map(re.escape, line.rstrip().split("..."))) + r"\n")
    plain = "".join(f"{line.rstrip()}\n" for line in real.strip("\n").splitlines())
    return re.fullmatch("".join(lines), plain) is not None


def pages() -> list[Page]:
    """The pages for people, those of built packages left out."""
    names = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md"]
    names += [
        "benchmarks/history.md",
        "lexicons/README.md",
        "seeds/README.md",
        "src/plainfigures/prose/lexicons/README.md",
    ]
    names += sorted(path.relative_to(ROOT).as_posix() for path in Path(ROOT, "docs").glob("*.md"))
    return [Page(name) for name in names]
