"""Drafts → mail programs: one file, a folder, or the mailbox on the server; nothing here sends anything."""
