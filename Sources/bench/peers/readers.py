"""Times other readers over inputs from standard input: a line with the length, then the bytes.

`readers.py KIND SECONDS`: prints a line for each reader, its name, the bytes that it got through in
its time, best of three, and the seconds.
"""
import io
import sys
import time
import warnings

warnings.filterwarnings("ignore")

KIND, LONGEST = sys.argv[1], float(sys.argv[2])


def inputs():
    while line := sys.stdin.buffer.readline():
        yield sys.stdin.buffer.read(int(line))


def measure(name, read, items):
    read(items[0])  # what loads at first use counts for nobody
    best = (0, 1.0)
    for _ in range(3):
        size, start = 0, time.perf_counter()
        for item in items:
            read(item)
            size += len(item)
            if time.perf_counter() - start > LONGEST / 3:
                break
        run = (size, time.perf_counter() - start)
        best = max(best, run, key=lambda one: one[0] / one[1])
    print(f"{name}\t{best[0]}\t{best[1]:.6f}", flush=True)


def pages():
    import trafilatura
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str

    yield "trafilatura", lambda item: trafilatura.bare_extraction(item, with_metadata=True)
    yield "resiliparse, text only", lambda item: extract_plain_text(
        bytes_to_str(item), main_content=True)


def feeds():
    import fastfeedparser
    import feedparser

    yield "feedparser", feedparser.parse
    yield "fastfeedparser, no text", fastfeedparser.parse


def warc():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str
    from warcio.archiveiterator import ArchiveIterator

    def records(item):
        for record in ArchiveIterator(io.BytesIO(item)):
            yield record, record.content_stream().read()

    def texts(item):
        for record, body in records(item):
            if "html" in record.http_headers.get_header("Content-Type", ""):
                extract_plain_text(bytes_to_str(body), main_content=True)

    yield "warcio, records only", lambda item: sum(len(body) for _, body in records(item))
    yield "warcio and resiliparse", texts


def mail():
    import email
    import email.policy

    def bodies(item):
        message = email.message_from_bytes(item, policy=email.policy.default)
        return [part.get_content() for part in message.walk() if not part.is_multipart()]

    yield "Python's email, no text", bodies


def jsonl():
    import json

    yield "Python's json, no check", lambda item: [json.loads(line) for line in item.splitlines()]


items = list(inputs())
try:
    for name, read in {
        "pages": pages, "feeds": feeds, "warc": warc, "mail": mail, "jsonl": jsonl
    }[KIND]():
        measure(name, read, items)
except ImportError as error:
    print(f"{KIND}: {error}", file=sys.stderr)
