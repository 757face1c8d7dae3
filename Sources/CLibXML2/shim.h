// libxml2 is included by CMarkup.c alone; this module only carries its build flags.
