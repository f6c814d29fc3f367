"""The entry of the command line, also as `python -m hairtx`."""

import gc
import sys


def main() -> None:
    """Runs the command line of this process and leaves with its exit code.

    Collection of cyclic garbage is off: a command lives for a tenth of a second, and collecting while modules load costs 6 ms of it.
    What is alive at the end is set aside, or the interpreter would search it all for cycles on its way out: another 10 to 15 ms.
    """
    gc.disable()
    try:
        from hairtx.cli.app import run
        from hairtx.cli.world import real

        code = run(sys.argv[1:], real())
    except KeyboardInterrupt:
        code = 130
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
