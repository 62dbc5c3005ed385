"""Text recognised from scans: an optional extra, done by the worker, a suggestion beside the original."""
