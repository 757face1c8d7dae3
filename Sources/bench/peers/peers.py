"""Times other extractors of quantities over sentences, one a line on standard input.

Prints a line for each: its name, the bytes of the sentences that it got through in its time, the
seconds, and how many quantities it found.
"""
import sys
import time
import warnings

warnings.filterwarnings("ignore")

LONGEST = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0


def quantulum(sentence):
    return len(parser.parse(sentence))


def recognizers(sentence):
    found = recognize_number(sentence, Culture.English)
    for recognize in (recognize_currency, recognize_dimension, recognize_age, recognize_temperature):
        found = found + recognize(sentence, Culture.English)
    return len(found)


def measure(name, extract, sentences):
    extract(sentences[0])  # what loads at first use counts for nobody
    size = found = 0
    start = time.perf_counter()
    for sentence in sentences:
        try:
            found += extract(sentence)
        except Exception:  # one of them ends some sentences with an error; the time was spent
            pass
        size += len(sentence.encode())
        if time.perf_counter() - start > LONGEST:
            break
    print(f"{name}\t{size}\t{time.perf_counter() - start:.3f}\t{found}", flush=True)


sentences = [line.rstrip("\n") for line in sys.stdin if line.strip()]
try:
    from quantulum3 import parser

    measure("quantulum3", quantulum, sentences)
except ImportError as error:
    print(f"quantulum3: {error}", file=sys.stderr)
try:
    from recognizers_number import recognize_number
    from recognizers_number_with_unit import (
        recognize_age, recognize_currency, recognize_dimension, recognize_temperature)
    from recognizers_text import Culture

    measure("Recognizers-Text", recognizers, sentences)
except ImportError as error:
    print(f"Recognizers-Text: {error}", file=sys.stderr)
