#include "Tree.h"

// Makes room for `extra` more items; 0 when there is no memory or the limit is reached.
static int reserve(void **items, size_t *room, size_t count, size_t extra, size_t size) {
  if (count + extra <= *room) return 1;
  size_t wanted = *room * 2 > count + extra ? *room * 2 : count + extra;
  if (wanted > TREE_LIMIT) return 0;
  void *grown = realloc(*items, wanted * size);
  if (grown == NULL) return 0;
  *items = grown;
  *room = wanted;
  return 1;
}

#define RESERVE(tree, field, extra)                                                         \
  (reserve((void **)&(tree)->field##s, &(tree)->field##_room, (tree)->field##_count, extra, \
           sizeof *(tree)->field##s) ||                                                     \
   ((tree)->status = MARKUP_NO_MEMORY, 0))

static int reserve_text(markup_tree *tree, size_t extra) {
  if (tree->text_count + extra > TREE_LIMIT ||
      !reserve((void **)&tree->text, &tree->text_room, tree->text_count, extra, 1)) {
    tree->status = MARKUP_NO_MEMORY;
    return 0;
  }
  return 1;
}

markup_tree *tree_make(size_t text_room, int32_t depth_limit) {
  markup_tree *tree = calloc(1, sizeof *tree);
  if (tree == NULL) return NULL;
  tree->open = -1;
  tree->depth_limit = depth_limit;
  reserve_text(tree, text_room > 64 ? text_room : 64);
  RESERVE(tree, node, 256);
  RESERVE(tree, attribute, 256);
  RESERVE(tree, name, 64);
  return tree;
}

void tree_open(markup_tree *tree, int32_t name) {
  tree->depth++;
  if (tree->depth > tree->depth_limit) {
    tree->status = MARKUP_TOO_DEEP;
    return;
  }
  if (tree->node_count >= NODE_LIMIT || !RESERVE(tree, node, 1)) {
    tree->status = MARKUP_NO_MEMORY;
    return;
  }
  int32_t index = (int32_t)tree->node_count++;
  tree->nodes[index] = (markup_node){
    .name = name, .parent = tree->open, .end = index + 1, .start = (int32_t)tree->attribute_count};
  tree->open = index;
}

void tree_attribute(markup_tree *tree, int32_t name, const void *value, size_t count) {
  if (tree->status || tree->open < 0 || !RESERVE(tree, attribute, 1) || !reserve_text(tree, count))
    return;
  tree->attributes[tree->attribute_count++] = (markup_attribute){
    .name = name, .start = (int32_t)tree->text_count, .count = (int32_t)count};
  if (count > 0) memcpy(tree->text + tree->text_count, value, count);
  tree->text_count += count;
  tree->nodes[tree->open].count++;
}

void tree_close(markup_tree *tree) {
  tree->depth--;
  if (tree->status || tree->open < 0) return;
  tree->nodes[tree->open].end = (int32_t)tree->node_count;
  tree->open = tree->nodes[tree->open].parent;
}

void tree_characters(markup_tree *tree, const void *bytes, size_t count) {
  if (tree->status || tree->open < 0 || count == 0 || !reserve_text(tree, count)) return;
  memcpy(tree->text + tree->text_count, bytes, count);
  markup_node *last = &tree->nodes[tree->node_count - 1];
  if (last->name < 0 && last->parent == tree->open &&
      (size_t)(last->start + last->count) == tree->text_count) {
    last->count += (int32_t)count;
  } else {
    if (tree->node_count >= NODE_LIMIT || !RESERVE(tree, node, 1)) {
      tree->status = MARKUP_NO_MEMORY;
      return;
    }
    int32_t index = (int32_t)tree->node_count++;
    tree->nodes[index] = (markup_node){
      .name = -1, .parent = tree->open, .end = index + 1, .start = (int32_t)tree->text_count,
      .count = (int32_t)count};
  }
  tree->text_count += count;
}

static size_t slot(const void *local, const void *space, size_t room) {
  uintptr_t mixed = ((uintptr_t)local >> 3) * 31 + ((uintptr_t)space >> 3);
  return (mixed ^ mixed >> 9) & (room - 1);
}

static int grow_interned(markup_tree *tree) {
  size_t room = tree->interned_room ? tree->interned_room * 2 : 256;
  void *fresh = calloc(room, sizeof *tree->interned);
  if (fresh == NULL) return 0;
  __typeof__(tree->interned) old = tree->interned, table = fresh;
  for (size_t index = 0; index < tree->interned_room; index++) {
    if (old[index].local == NULL) continue;
    size_t place = slot(old[index].local, old[index].space, room);
    while (table[place].local != NULL) place = (place + 1) & (room - 1);
    table[place] = old[index];
  }
  free(old);
  tree->interned = table;
  tree->interned_room = room;
  return 1;
}

static int32_t append_name(markup_tree *tree, const char *name, int32_t space) {
  size_t count = strlen(name);
  if (!RESERVE(tree, name, 1) || !reserve_text(tree, count)) return -1;
  memcpy(tree->text + tree->text_count, name, count);
  tree->names[tree->name_count] = (markup_name){
    .start = (int32_t)tree->text_count, .count = (int32_t)count, .space = space};
  tree->text_count += count;
  return (int32_t)tree->name_count++;
}

// `local` and `space` come out of libxml2's dictionary: equal names have equal pointers.
int32_t tree_name(markup_tree *tree, const char *local, const char *space) {
  if (tree->name_count * 2 >= tree->interned_room && !grow_interned(tree)) {
    tree->status = MARKUP_NO_MEMORY;
    return -1;
  }
  size_t place = slot(local, space, tree->interned_room);
  while (tree->interned[place].local != NULL) {
    if (tree->interned[place].local == local && tree->interned[place].space == space)
      return tree->interned[place].index;
    place = (place + 1) & (tree->interned_room - 1);
  }
  int32_t parent = space == NULL || space == local ? -1 : tree_name(tree, space, NULL);
  // Interning the namespace may have moved the table.
  place = slot(local, space, tree->interned_room);
  while (tree->interned[place].local != NULL) place = (place + 1) & (tree->interned_room - 1);
  int32_t index = append_name(tree, local, parent);
  if (index < 0) return -1;
  tree->interned[place].local = local;
  tree->interned[place].space = space;
  tree->interned[place].index = index;
  return index;
}

int markup_status(const markup_tree *tree) { return tree->status; }

const markup_node *markup_nodes(const markup_tree *tree, size_t *count) {
  *count = tree->node_count;
  return tree->nodes;
}

const markup_attribute *markup_attributes(const markup_tree *tree, size_t *count) {
  *count = tree->attribute_count;
  return tree->attributes;
}

const markup_name *markup_names(const markup_tree *tree, size_t *count) {
  *count = tree->name_count;
  return tree->names;
}

const uint8_t *markup_text(const markup_tree *tree, size_t *count) {
  *count = tree->text_count;
  return tree->text;
}

void markup_free(markup_tree *tree) {
  if (tree == NULL) return;
  free(tree->nodes);
  free(tree->attributes);
  free(tree->names);
  free(tree->text);
  free(tree->interned);
  free(tree);
}
