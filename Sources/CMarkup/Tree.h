// The tree under construction, shared by the two parsers; libxml2 knows nothing of it.
#pragma once
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "CMarkup.h"

struct markup_tree {
  markup_node *nodes;
  size_t node_count, node_room;
  markup_attribute *attributes;
  size_t attribute_count, attribute_room;
  markup_name *names;
  size_t name_count, name_room;
  uint8_t *text;
  size_t text_count, text_room;
  // libxml2's own interned pointers, hashed to indices of `names`.
  struct { const void *local, *space; int32_t index; } *interned;
  size_t interned_room;
  int32_t open, depth, depth_limit;
  int status;
};

// The largest number of nodes and bytes that a tree may have; indices are 32 bits wide.
enum { TREE_LIMIT = 1 << 30, NODE_LIMIT = 8 << 20 };

markup_tree *tree_make(size_t text_room, int32_t depth_limit);
void tree_open(markup_tree *tree, int32_t name);
void tree_attribute(markup_tree *tree, int32_t name, const void *value, size_t count);
void tree_close(markup_tree *tree);
void tree_characters(markup_tree *tree, const void *bytes, size_t count);
int32_t tree_name(markup_tree *tree, const char *local, const char *space);
