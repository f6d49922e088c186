#!/bin/sh
# Open one pull request with the changes of a provider's page: spec, enums, changelog and report.
# If no fact has changed, open none. An open pull request is updated, or closed if page and spec
# agree again. The page is fetched once, so that the report is about what is committed. Nothing is
# written of a page that may not be whole, nor if many codes would go.
set -eu

slug=$1
branch=drift/$slug
title="Follow the page of $slug"
body=$(mktemp)
trap 'rm -f "$body"' EXIT
PATH=$PWD/.venv/bin:$PATH

# The number of our open pull request. In a fork, anyone can open one from a branch of this name.
open_number() {
    gh pr list --head "$branch" --state open --json number,isCrossRepository \
        --jq '.[] | select(.isCrossRepository | not) | .number'
}

# Words of the page are no commands to the runner, not even in messages.
token=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
echo "::stop-commands::$token"
status=0
provider-codes update "$slug" --strict --format markdown > "$body" || status=$?
cat "$body"
[ "$status" -gt 1 ] || provider-codes generate || status=generate
echo "::$token::"

if [ "$status" = generate ]; then
    echo "::error title=drift::the enums of $slug could not be generated from its page"
    exit 1
fi
if [ "$status" -gt 1 ]; then
    echo "::error title=drift::$slug could not be updated from its page: see the log"
    exit 1
fi
if [ -z "$(git status --porcelain)" ]; then
    if [ "$status" = 1 ]; then
        echo "::error title=drift::a person has to look at the page of $slug: see the log"
        exit 1
    fi
    number=$(open_number)
    if [ -n "$number" ]; then
        gh pr close "$number" --comment "The page of $slug says what the spec says."
    fi
    exit 0
fi

git config user.name "provider-codes"
git config user.email "provider-codes@users.noreply.github.com"
git switch --quiet --force-create "$branch"
git add --all
git commit --quiet --message "$title"
# The branch is older than the page. Only this script pushes to it, so overwrite it.
git push --quiet --force origin "HEAD:refs/heads/$branch"

number=$(open_number)
if [ -n "$number" ]; then
    gh pr edit "$number" --body-file "$body"
else
    gh pr create --head "$branch" --title "$title" --body-file "$body"
fi
