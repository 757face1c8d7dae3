#include "Migrations.h"

#include <stddef.h>

static const char *const migrations[] = {
    (const char[]){
#embed "0001-articles.sql"
        , 0},
    (const char[]){
#embed "0002-entities.sql"
        , 0},
    (const char[]){
#embed "0003-claims.sql"
        , 0},
    (const char[]){
#embed "0004-decisions.sql"
        , 0},
    (const char[]){
#embed "0005-views.sql"
        , 0},
    (const char[]){
#embed "0006-likelihood.sql"
        , 0},
    (const char[]){
#embed "0007-copies.sql"
        , 0},
    (const char[]){
#embed "0008-pages.sql"
        , 0},
    (const char[]){
#embed "0009-feeds.sql"
        , 0},
};

const char *migration(int number) {
  const int count = (int)(sizeof(migrations) / sizeof(*migrations));
  return number >= 1 && number <= count ? migrations[number - 1] : NULL;
}
