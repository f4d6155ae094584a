"""Rules of publicity. Pure."""


def skipped(numbers) -> list[int]:
    """Issue numbers missing between the first and the last of a series; a repeated number shows as itself."""
    seen = sorted(numbers)
    if not seen:
        return []
    missing = set(range(seen[0], seen[-1] + 1)) - set(seen)
    repeated = {n for i, n in enumerate(seen[1:]) if n == seen[i]}
    return sorted(missing | repeated)
