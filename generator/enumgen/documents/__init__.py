"""Pages of providers to tables: one reader a format, all of which give a `page.Page`."""
