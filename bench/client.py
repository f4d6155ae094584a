"""A load client: closed loop over connections kept alive, in a process of its own, as light as Python allows.

python -m bench.client PORT PATH SECONDS CONNECTIONS COOKIE → one line of JSON: {"answers", "seconds", "p50", "p99"}
"""

import json
import selectors
import socket
import subprocess
import sys
from time import perf_counter

SOCKETS = 16


def load(port: int, path: str, *, seconds: float, cookie: str = "") -> dict:
    """Ask for a page as fast as it is answered, from another process: {"answers", "seconds", "p50", "p99"} (ms)."""
    command = [sys.executable, "-m", "bench.client", str(port), path, str(seconds), str(SOCKETS), cookie]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


class Line:
    """One connection: sends the request, gathers the answer, tells when it is whole."""

    def __init__(self, port: int, request: bytes):
        self.request = request
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.ask()

    def ask(self) -> None:
        self.awaited, self.asked = 0, perf_counter()
        self.socket.sendall(self.request)

    def whole(self) -> bool:
        """Take what has come; whether that was the last of the answer."""
        piece = self.socket.recv(1 << 18)
        if not piece:
            raise ConnectionError("The server closed a connection it was to keep.")
        if not self.awaited:
            self.awaited = expected(piece)
        self.awaited -= len(piece)
        return self.awaited <= 0


def expected(head: bytes) -> int:
    """The length of an answer, head and body; anything but 200 ends the measurement."""
    if not head.startswith(b"HTTP/1.1 200"):
        raise ValueError(f"Not a page: {head[:200]!r}")
    low = head.lower()
    at = low.index(b"content-length:") + 15
    return low.index(b"\r\n\r\n") + 4 + int(low[at:low.index(b"\r\n", at)])


def drive(port: int, path: str, seconds: float, connections: int, cookie: str) -> dict:
    """Keep every connection busy for a while."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\r\n".encode()
    chooser, waits = selectors.DefaultSelector(), []
    for _ in range(connections):
        line = Line(port, request)
        chooser.register(line.socket, selectors.EVENT_READ, line)
    start = now = perf_counter()
    while now - start < seconds:
        for key, _ in chooser.select():
            line = key.data
            if line.whole():
                now = perf_counter()
                waits.append(now - line.asked)
                line.ask()
    waits.sort()
    at = {name: round(1000 * waits[int(share * (len(waits) - 1))], 2) for name, share in (("p50", 0.5), ("p99", 0.99))}
    return {"answers": len(waits), "seconds": now - start, **at}


if __name__ == "__main__":
    port, path, seconds, connections, cookie = sys.argv[1:]
    print(json.dumps(drive(int(port), path, float(seconds), int(connections), cookie)))
