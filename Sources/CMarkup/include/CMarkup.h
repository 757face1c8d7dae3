#pragma once
#include <stddef.h>
#include <stdint.h>

// A tree in document order. An element's descendants are the nodes from its own index + 1 up to
// `end`; what stands at `end` is its next sibling, if it has the same parent.
typedef struct {
  int32_t name;    // index of the element's name, or -1 for text
  int32_t parent;  // -1 for the root
  int32_t end;     // one past the last node of the subtree
  int32_t start;   // text: first byte; element: first attribute
  int32_t count;   // text: number of bytes; element: number of attributes
} markup_node;

typedef struct {
  int32_t name;
  int32_t start;
  int32_t count;
} markup_attribute;

// Names are interned, each once; `space` is the index of the namespace's address, or -1.
typedef struct {
  int32_t start;
  int32_t count;
  int32_t space;
} markup_name;

typedef struct markup_tree markup_tree;

// Why parsing ended. Whatever was read up to then is in the tree.
enum {
  MARKUP_DONE = 0,
  MARKUP_TOO_DEEP = 1,
  MARKUP_NO_MEMORY = 2,
  MARKUP_MALFORMED = 3
};

// Parse UTF-8 without zeros. No file or address is ever opened. Free the tree with `markup_free`.
markup_tree *markup_parse_html(const uint8_t *bytes, size_t count, int32_t depth_limit);

// The same for XML, in which libxml2 itself stops at a depth of 256.
markup_tree *markup_parse_xml(const uint8_t *bytes, size_t count, int32_t depth_limit);

int markup_status(const markup_tree *tree);

// The arrays of the tree; all text, values and names are ranges of `markup_text`.
const markup_node *markup_nodes(const markup_tree *tree, size_t *count);
const markup_attribute *markup_attributes(const markup_tree *tree, size_t *count);
const markup_name *markup_names(const markup_tree *tree, size_t *count);
const uint8_t *markup_text(const markup_tree *tree, size_t *count);

void markup_free(markup_tree *tree);
