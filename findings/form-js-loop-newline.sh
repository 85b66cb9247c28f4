#!/usr/bin/env bash
# A text view of a Camunda Form (form-js 1.8.7, with feelers 1.4.0) that lists things by {{#loop}} loses the line break
# at the start of the repeated text: "- " and the item on a line of its own each come out glued together, and Markdown
# makes one paragraph of the list. With the line break at the end of the repeated text the list is one.
# Expected: the docs of Camunda Forms ("Text view", templating syntax) show {{#loop}} with the repeated text between
# the tags and name no line break that is taken away.
# Exit status 1 when the library does not behave so any more, 2 when it could not be tried. Needs Node.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --silent --no-audit --no-fund feelers@1.4.0 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >loop.mjs <<'JS'
import { evaluate } from 'feelers';
const items = { items: ['one', 'two'] };
const show = (what, template) => console.log(what + ': ' + JSON.stringify(evaluate(template, items)));
show('break at the start', 'List:{{#loop items}}\n- {{this}}{{/loop}}');
show('break at the end', 'List:\n{{#loop items}}- {{this}}\n{{/loop}}');
JS
seen=$(node loop.mjs)
echo "$seen"
echo 'expected: a line break before each "- " both times'
[ "$seen" = 'break at the start: "List:- one- two"
break at the end: "List:\n- one\n- two\n"' ] || { echo "behaves otherwise now"; exit 1; }
