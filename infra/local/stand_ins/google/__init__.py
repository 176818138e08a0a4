"""What Google's APIs have in common: discovery documents, the dialect of errors, partial answers, pushes."""
