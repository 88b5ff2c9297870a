"""How much a workspace's own template may do: long texts, large numbers and endless loops end in a finding."""

from collections.abc import Callable, Mapping, Sized
from functools import wraps
from typing import Any

from labcamp.patterns import pattern_of

LONGEST = 1_000_000  # characters of a text, or items of a list
LARGEST = 1_000_000  # of a number that a filter or a method is given, such as a width
MOST_BITS = 10_000  # of a number: three thousand digits
FEW = 1000
MOST = 20_000_000  # steps of one filling: a character that is printed or gone through, an item of a loop, a call
CALL = 100  # steps of a call or of an item of a loop: so long they take at least
NUMBER = pattern_of(r"\d+")


class TooMuchError(Exception):
    """A template makes more than anybody's mail, or takes too long."""


class Budget:
    """The steps that are left of one filling."""

    def __init__(self) -> None:
        self.left = MOST

    def spend(self, steps: int) -> None:
        """Take steps from what is left; TooMuchError where there are none."""
        self.left -= steps
        if self.left < 0:
            raise TooMuchError


def size(value: object) -> int:
    """How long a text or a list is; 1 for anything else."""
    return len(value) if isinstance(value, Sized) else 1


def allowed(value: Any) -> Any:
    """The value; TooMuchError where it is longer or larger than a template may make one."""
    if size(value) > LONGEST or (isinstance(value, int) and value.bit_length() > MOST_BITS):
        raise TooMuchError
    return value


def refuse_product(operator: str, left: Any, right: Any) -> None:
    """TooMuchError where an operator would make something too long or too large."""
    whole = isinstance(left, int) and isinstance(right, int)
    if operator == "**" and whole and left.bit_length() * max(right, 0) > MOST_BITS:
        raise TooMuchError
    if operator == "*" and not whole and not isinstance(left, float) and not isinstance(right, float):
        times, thing = (left, right) if isinstance(left, int) else (right, left)
        if isinstance(times, int) and size(thing) * times > LONGEST:
            raise TooMuchError
    if operator == "%" and isinstance(left, str):
        refuse_call("format", left, right if isinstance(right, tuple) else (right,), {})


def refuse_call(name: str, thing: Any, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> None:
    """TooMuchError where a filter or a method of a text would make something too long of it."""
    given = (*arguments, *named.values())
    numbers = [abs(each) for each in given if isinstance(each, int)]
    if any(number > LARGEST for number in numbers):
        raise TooMuchError
    if name == "replace" and arguments:
        sign, other = str(arguments[0]), str(given[1]) if given[1:] else ""
        if str(thing).count(sign) * len(other) > LONGEST:
            raise TooMuchError
    if name == "join" and given:
        items, between = (given[0], thing) if isinstance(thing, str) else (thing, given[0])
        if size(items) * size(between) > LONGEST:
            raise TooMuchError
    if name == "sum" and any(isinstance(each, Sized) for each in given) and size(thing) > FEW:
        raise TooMuchError  # each list that is added is copied
    if name in {"format", "format_map"} and isinstance(thing, str):
        widths = sum(min(int(found[:9]), LONGEST + 1) for found in NUMBER.findall(thing))
        if widths + (thing.count("{") + thing.count("*")) * max(numbers, default=0) > LONGEST:
            raise TooMuchError


def unbounded(environment: Any) -> Any:
    """The environment, in which nothing is counted: all its templates are ours."""
    environment.filters |= {"_counted": lambda value: value, "_allowed": lambda value: value}
    return environment


def bounded(environment: Any) -> Any:
    """The environment, whose filters, operators, loops and calls are counted and bounded."""
    budget = environment.budget = Budget()
    environment.filters = {name: _watched(name, each, budget) for name, each in environment.filters.items()}
    environment.filters |= {"_counted": lambda value: _counted(value, budget), "_allowed": allowed}
    environment.globals.pop("lipsum", None)
    printed = environment.finalize

    @wraps(printed)
    def finalize(value: Any) -> Any:
        shown = printed(value)
        budget.spend(size(shown) if isinstance(shown, str) else CALL)
        return shown

    environment.finalize = finalize
    return environment


def called(environment: Any, function: Any, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> None:
    """Count a call; TooMuchError for a method of a text that would make something too long."""
    environment.budget.spend(CALL + sum(map(size, arguments)))
    thing = getattr(function, "__self__", None)
    if isinstance(thing, str | bytes | int | list | tuple):
        refuse_call(str(getattr(function, "__name__", "")), thing, arguments, named)


def _watched(name: str, function: Callable[..., Any], budget: Budget) -> Callable[..., Any]:
    """A filter that is not used for too much; what Jinja wants it to be given first is left out of account."""
    skipped = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def watched(*arguments: Any, **named: Any) -> Any:
        value, *rest = arguments[skipped:] or ("",)
        refuse_call(name, value, tuple(rest), named)
        budget.spend(CALL + sum(map(size, (value, *rest))))
        made = allowed(function(*arguments, **named))
        budget.spend(size(made) if isinstance(made, str) else 1)
        return made

    return watched


def _counted(value: Any, budget: Budget) -> Any:
    """What a loop goes through, each item of which is counted."""
    if isinstance(value, Sized):
        budget.spend(CALL * (1 + len(value)))
        return value
    return _one_by_one(value, budget)


def _one_by_one(value: Any, budget: Budget) -> Any:
    for each in value:
        budget.spend(CALL)
        yield each


def with_counts(tree: Any) -> Any:
    """The syntax tree of a template, in which loops are counted and what is put together is bounded."""
    from jinja2 import nodes

    def through(node: Any, name: str) -> Any:
        return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)

    for loop in tree.find_all(nodes.For):
        loop.iter = through(loop.iter, "_counted")
    for compared in tree.find_all(nodes.Operand):
        if compared.op in {"in", "notin"}:
            compared.expr = through(compared.expr, "_counted")
    for node in list(tree.find_all(nodes.Node)):
        for field, value in node.iter_fields():
            if isinstance(value, list):
                setattr(node, field, [through(x, "_allowed") if isinstance(x, nodes.Concat) else x for x in value])
            elif isinstance(value, nodes.Concat):
                setattr(node, field, through(value, "_allowed"))
    return tree
