#include "Lexicons.h"

#include <stddef.h>
#include <string.h>

#define COUNT(list) ((int)(sizeof(list) / sizeof(*(list))))

static const char *const gazetteers[] = {
    (const char[]){
#embed "Gazetteers/far-east.tsv"
        , 0},
    (const char[]){
#embed "Gazetteers/countries.tsv"
        , 0},
    (const char[]){
#embed "Gazetteers/cities.tsv"
        , 0},
    (const char[]){
#embed "Gazetteers/regions.tsv"
        , 0},
    (const char[]){
#embed "Gazetteers/organizations.tsv"
        , 0},
    (const char[]){
#embed "Gazetteers/projects.tsv"
        , 0},
};

static const char *const units[] = {
    (const char[]){
#embed "Units/measures.tsv"
        , 0},
    (const char[]){
#embed "Units/money.tsv"
        , 0},
};

static const char *const english[] = {
    (const char[]){
#embed "Languages/en/grammar.tsv"
        , 0},
    (const char[]){
#embed "Languages/en/modality.tsv"
        , 0},
    (const char[]){
#embed "Languages/en/verbs.tsv"
        , 0},
    (const char[]){
#embed "Languages/en/attribution.tsv"
        , 0},
    (const char[]){
#embed "Languages/en/sentences.tsv"
        , 0},
    (const char[]){
#embed "Languages/en/dates.tsv"
        , 0},
    (const char[]){
#embed "Languages/en/names.tsv"
        , 0},
    (const char[]){
#embed "Languages/en/numbers.tsv"
        , 0},
    (const char[]){
#embed "Languages/en/comparators.tsv"
        , 0},
    (const char[]){
#embed "Languages/en/quantities.tsv"
        , 0},
};

static const char *const russian[] = {
    (const char[]){
#embed "Languages/ru/names.tsv"
        , 0},
    (const char[]){
#embed "Languages/ru/inflection.tsv"
        , 0},
};

static const char *const chinese[] = {
    (const char[]){
#embed "Languages/zh/names.tsv"
        , 0},
};

static const char *const korean[] = {
    (const char[]){
#embed "Languages/ko/names.tsv"
        , 0},
};

static const struct {
  const char *code;
  const char *const *tables;
  int count;
} languages[] = {
    {"en", english, COUNT(english)},
    {"ru", russian, COUNT(russian)},
    {"zh", chinese, COUNT(chinese)},
    {"ko", korean, COUNT(korean)},
};

static const char *const reading[] = {
    (const char[]){
#embed "Reading/furniture.tsv"
        , 0},
    (const char[]){
#embed "Reading/languages.tsv"
        , 0},
};

const char *gazetteer_table(int number) {
  return number >= 0 && number < COUNT(gazetteers) ? gazetteers[number] : NULL;
}

const char *unit_table(int number) {
  return number >= 0 && number < COUNT(units) ? units[number] : NULL;
}

const char *language_table(const char *language, int number) {
  for (int index = 0; index < COUNT(languages); index++) {
    if (strcmp(languages[index].code, language) != 0) continue;
    return number >= 0 && number < languages[index].count ? languages[index].tables[number] : NULL;
  }
  return NULL;
}

const char *reading_table(int number) {
  return number >= 0 && number < COUNT(reading) ? reading[number] : NULL;
}
