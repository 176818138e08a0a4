"""The console in a browser; a package, so that its house ends with it, before other tests start theirs."""
