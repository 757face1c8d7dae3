#include "Lexicons.h"

#include <stddef.h>
#include <string.h>

#define COUNT(list) ((int)(sizeof(list) / sizeof(*(list))))

static const char *const gazetteers[] = {
    (const char[]){
#embed "Gazetteers/far-east.tsv"
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
  if (number < 0 || strcmp(language, "en") != 0) return NULL;
  return number < COUNT(english) ? english[number] : NULL;
}

const char *reading_table(int number) {
  return number >= 0 && number < COUNT(reading) ? reading[number] : NULL;
}
