#include "CMarkup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>

#include "Tree.h"

// libxml2 uses one type for the contexts of both of its parsers.
typedef struct {
  xmlParserCtxtPtr context;
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

// What was open when parsing stopped ends with the tree.
static void finish(markup_tree *tree) {
  for (int32_t node = tree->open; node >= 0; node = tree->nodes[node].parent)
    tree->nodes[node].end = (int32_t)tree->node_count;
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
  finish(tree);
  return tree;
}

// A name with its prefix where nothing declares it: feeds often use prefixes without a word.
static int32_t qualified(
  parse *state, const xmlChar *local, const xmlChar *prefix, const xmlChar *space) {
  if (prefix == NULL || space != NULL)
    return tree_name(state->tree, (const char *)local, (const char *)space);
  const xmlChar *joined = xmlDictQLookup(state->context->dict, prefix, local);
  return tree_name(state->tree, (const char *)(joined ? joined : local), NULL);
}

static void start_element_ns(
  void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *space,
  int namespace_count, const xmlChar **namespaces, int count, int defaulted,
  const xmlChar **attributes) {
  (void)namespace_count;
  (void)namespaces;
  (void)defaulted;
  parse *state = data;
  tree_open(state->tree, qualified(state, local, prefix, space));
  // Five pointers an attribute: name, prefix, namespace, and the value's two ends.
  for (int index = 0; index < count; index++, attributes += 5)
    tree_attribute(
      state->tree, qualified(state, attributes[0], attributes[1], attributes[2]), attributes[3],
      (size_t)(attributes[4] - attributes[3]));
  if (state->tree->status) xmlStopParser(state->context);
}

static void end_element_ns(
  void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *space) {
  (void)local;
  (void)prefix;
  (void)space;
  tree_close(((parse *)data)->tree);
}

// A document's own entities do not exist: no text can grow out of them.
static xmlEntityPtr entity(void *data, const xmlChar *name) {
  (void)data;
  return xmlGetPredefinedEntity(name);
}

markup_tree *markup_parse_xml(const uint8_t *bytes, size_t count, int32_t depth_limit) {
  prepare();
  if (count > INT_MAX / 2) return NULL;
  xmlParserCtxtPtr context = xmlCreateMemoryParserCtxt((const char *)bytes, (int)count);
  if (context == NULL) return NULL;
  markup_tree *tree = tree_make(count, depth_limit);
  if (tree == NULL) {
    xmlFreeParserCtxt(context);
    return NULL;
  }
  parse state = {context, tree};
  xmlSAXHandler handler = {
    .startElementNs = start_element_ns, .endElementNs = end_element_ns, .characters = characters,
    .ignorableWhitespace = characters, .cdataBlock = characters, .getEntity = entity,
    .serror = silence, .initialized = XML_SAX2_MAGIC};
  xmlCtxtUseOptions(
    context, XML_PARSE_RECOVER | XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOCDATA |
               XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC);
  xmlSAXHandlerPtr own = context->sax;
  context->sax = &handler;
  context->userData = &state;
  xmlParseDocument(context);
  if (!context->wellFormed && tree->status == MARKUP_DONE) tree->status = MARKUP_MALFORMED;
  context->sax = own;
  if (context->myDoc != NULL) {
    xmlFreeDoc(context->myDoc);
    context->myDoc = NULL;
  }
  xmlFreeParserCtxt(context);
  finish(tree);
  return tree;
}
