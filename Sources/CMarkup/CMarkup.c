#include "CMarkup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <pthread.h>

#include "Tree.h"

typedef struct {
  htmlParserCtxtPtr context;
  markup_tree *tree;
} parse;

// Hostile bytes must not reach the terminal.
static void silence(void *data, xmlErrorPtr error) {
  (void)data;
  (void)error;
}

static xmlParserInputPtr refuse(const char *address, const char *id, xmlParserCtxtPtr context) {
  (void)address;
  (void)id;
  (void)context;
  return NULL;
}

// No other file may be read, whatever a document asks for.
static void prepare_once(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(refuse);
}

static void prepare(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, prepare_once);
}

static void start_element(void *data, const xmlChar *name, const xmlChar **attributes) {
  parse *state = data;
  markup_tree *tree = state->tree;
  tree_open(tree, tree_name(tree, (const char *)name, NULL));
  for (; attributes != NULL && attributes[0] != NULL; attributes += 2) {
    const char *value = (const char *)attributes[1];
    tree_attribute(
      tree, tree_name(tree, (const char *)attributes[0], NULL), value, value ? strlen(value) : 0);
  }
  if (tree->status) xmlStopParser(state->context);
}

static void end_element(void *data, const xmlChar *name) {
  (void)name;
  tree_close(((parse *)data)->tree);
}

static void characters(void *data, const xmlChar *bytes, int count) {
  tree_characters(((parse *)data)->tree, bytes, (size_t)count);
}

markup_tree *markup_parse_html(const uint8_t *bytes, size_t count, int32_t depth_limit) {
  prepare();
  if (count > INT_MAX / 2) return NULL;
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt((const char *)bytes, (int)count);
  if (context == NULL) return NULL;
  markup_tree *tree = tree_make(count, depth_limit);
  if (tree == NULL) {
    htmlFreeParserCtxt(context);
    return NULL;
  }
  parse state = {context, tree};
  htmlSAXHandler handler = {
    .startElement = start_element, .endElement = end_element, .characters = characters,
    .ignorableWhitespace = characters, .cdataBlock = characters, .serror = silence,
    .initialized = XML_SAX2_MAGIC};
  htmlCtxtUseOptions(
    context,
    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
      HTML_PARSE_IGNORE_ENC);
  htmlSAXHandlerPtr own = context->sax;
  context->sax = &handler;
  context->userData = &state;
  // The bytes are UTF-8 already: no conversion, and no look at what the page declares.
  context->charset = XML_CHAR_ENCODING_UTF8;
  htmlParseDocument(context);
  context->sax = own;
  if (context->myDoc != NULL) {
    xmlFreeDoc(context->myDoc);
    context->myDoc = NULL;
  }
  htmlFreeParserCtxt(context);
  // What was open when parsing stopped ends with the tree.
  for (int32_t node = tree->open; node >= 0; node = tree->nodes[node].parent)
    tree->nodes[node].end = (int32_t)tree->node_count;
  return tree;
}
