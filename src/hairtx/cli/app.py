"""The command `hairtx`: finds the command's file, runs it, and turns every failure into one sentence and a code."""

from __future__ import annotations

import contextlib
import importlib
import os
import re
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException
from typer.main import get_command

from hairtx import __version__
from hairtx.cli.desk import safe_line
from hairtx.cli.world import World
from hairtx.errors import HairtxError, InvalidData, NothingFound

_READ, _JUDGE, _CURATE = "Look something up", "Weigh and compare", "For curators and programs"

COMMANDS: dict[str, tuple[str, str]] = {
    "search": ("Find treatments by any name, code, company or everyday word.", _READ),
    "show": ("Everything about one treatment, or a family's page.", _READ),
    "list": ("Browse treatments by condition, kind, stage or country.", _READ),
    "explain": ("What a word means: DHT, Wnt, SALT, 510(k) ...", _READ),
    "compare": ("Treatments side by side.", _JUDGE),
    "status": ("Approval status by country, condition and day.", _JUDGE),
    "options": ("What there is for a person, and what is ruled out.", _JUDGE),
    "timeline": ("Dated events; --since 2026-01 is “what's new”.", _JUDGE),
    "evidence": ("Which works better, and how sure: network meta-analysis.", _JUDGE),
    "trials": ("Trials with their arms and results.", _JUDGE),
    "check": ("Is this article still true? Every claim, then and now.", _JUDGE),
    "sources": ("What stands behind it all.", _CURATE),
    "export": ("The whole knowledge base as json, ndjson, csv, markdown or sqlite.", _CURATE),
    "kb": ("Check and measure a knowledge base.", _CURATE),
}
"""Each command: one line of help and its group. Its code lies in `hairtx.cli.commands.<name>`, as `app`."""


class LazyGroup(TyperGroup):
    """Imports a command's file only when that command runs: all of them cost 60 ms, one costs 5."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Every command, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = get_command(importlib.import_module(f"hairtx.cli.commands.{cmd_name}").app)
        command.short_help, command.rich_help_panel = COMMANDS[cmd_name]  # type: ignore[attr-defined]
        command.name = cmd_name
        return command


app = typer.Typer(
    cls=LazyGroup,
    name="hairtx",
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Information, not advice. Exit codes: 0 found, 1 nothing found, 2 usage, 3 data error.",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"hairtx {__version__}")
        raise typer.Exit


@app.callback()
def hairtx(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="The version, and nothing else.")] = False,
) -> None:
    """Hair-loss treatments: what they are, whether they work, where they are approved, and what became of them.

    Offline, with a source under every line. Begin with: hairtx show finasteride
    """


def _meant(error: TyperException) -> str:
    """The command that was meant where one was misspelt."""
    import difflib  # 1 ms: only for a command that is not there

    said = re.match(r"No such command '(\w+)'", error.format_message())
    close = difflib.get_close_matches(said[1], COMMANDS, n=1) if said else []
    return f" Did you mean `{close[0]}`?" if close else ""


def run(arguments: Sequence[str], world: World) -> int:
    """Runs one command line in `world` and returns its exit code; no exception leaves it but SystemExit's kin."""

    def tell(sentence: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            start = "\r\x1b[K" if world.talks_to_terminal else ""
            world.stderr.write(f"{start}hairtx: {safe_line(sentence)}\n")
            world.stderr.flush()

    try:
        code = get_command(app).main(list(arguments), prog_name="hairtx", standalone_mode=False, obj=world)
        world.stdout.flush()
        return code if isinstance(code, int) else 0
    except InvalidData as error:
        for problem in error.problems:
            world.stderr.write(safe_line(str(problem)) + "\n")
        tell(str(error))
        return error.exit_code
    except NothingFound as error:
        near = f"; nearest: {', '.join(error.nearest)}" if error.nearest else ""
        tell(f"{error}{near}")
        return error.exit_code
    except HairtxError as error:
        tell(str(error))
        return error.exit_code
    except TyperException as error:
        shown = error.format_message() + _meant(error)
        context = getattr(error, "ctx", None)
        help_at = f"; see `{context.command_path} --help`" if context else ""
        if shown:
            tell(f"{shown.rstrip('.')}{help_at}")
        return int(getattr(error, "exit_code", 2))
    except typer.Abort:
        tell("stopped")
        return 130
    except KeyboardInterrupt:
        tell("stopped")
        return 130
    except BrokenPipeError:
        # The reader has gone (`| head`): nothing to say, and nothing more to write.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        tell(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}; the answer could not be written in full")
        return 2
    except Exception as error:
        if world.env.get("HAIRTX_DEBUG"):
            raise
        tell(f"a fault of hairtx itself ({type(error).__name__}: {error}); HAIRTX_DEBUG=1 shows where; please report it")
        return 70
