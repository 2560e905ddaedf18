"""`python -m bonvorto` is the command `bonvorto`."""

import sys

from bonvorto.cli import main

sys.exit(main())
