"""`python -m augenhoehe.cli` is the command `augenhoehe`."""

import sys

from augenhoehe.cli.main import main

sys.exit(main())
