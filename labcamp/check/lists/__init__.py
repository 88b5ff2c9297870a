"""Lists as they lie on a disk, whatever their rows are about: CSV files and workbooks, read into cells with places."""
