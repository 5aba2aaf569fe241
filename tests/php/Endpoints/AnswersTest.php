<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Endpoints;

use PHPUnit\Framework\Attributes\DataProvider;
use Sandbox\Kernel\Reply;

/**
 * What each endpoint answers to several people and what a request leaves behind: rows, mails, notifications, jobs. tests/fixtures/answers has it
 * for people to read, a file per domain. A missing fixture is written, for a person to read and keep.
 */
class AnswersTest extends StagedTestCase {
	/** Those of minutes are tested where they are written. */
	private const LEFT_OUT = ['ask', 'askpage', 'minutes'];

	/** What the forms of light pages do; their words are in tests/fixtures/pages. */
	private const PAGES = 'pages';

	/** What else is asked, by domain: other things, words, criteria and orders. */
	private const MORE = [
		'group' => ['/groups/found?q=pluie', '/groups/found?q=ou&limit=1', '/groups/{open}', '/groups/{inviting}', '/groups/{making}', '/groups/{open}/roster'],
		'introduction' => ['/mediations'],
		'letter' => ['/letters/{refusedLetter}/sending', '/letters/{refusedLetter}/reading', '/letters/{stoppedLetter}/sending', '/letters/{stoppedLetter}/reading'],
		'library' => [
			'/sheets/{story}', '/sheets/{ownStory}', '/sheets/{newFile}', '/sheets/{story}/writing?to=1', '/sheets?q=manifeste', '/sheets?sort=title&limit=1',
			'/sheets?facet[kind][]=manifesto&facet[outcome][]=failed', '/sheets/of-files?file[]={file}&file[]={newFile}&file[]={story}',
		],
		'link' => [
			'/neighbourhood/group/{group}', '/neighbourhood/group/{group}?beside=page', '/neighbourhood/group/{group}?kind=people', '/neighbourhood/group/{group}?kind=resources&limit=3', '/neighbourhood/file/{file}',
			'/neighbourhood/file/{story}', '/neighbourhood/file/{story}?kind=resources&limit=3', '/neighbourhood/notice/{notice}',
			'/neighbourhood/member/{mine}', '/neighbourhood/member/{mine}?kind=people', '/neighbourhood/member/{mine}?kind=groups', '/neighbourhood/member/{mine}?kind=resources&limit=3', '/neighbourhood/member/{kept}?kind=resources&limit=3', '/things?q=ma', '/things?q=ou&type=group', '/things?q=crowd&type=member',
		],
		'map' => ['/map/network?sector=arts-culture', '/map/network?territory=departement:11', '/map/bridges?by=sector', '/map/bridges?by=departement'],
		'matching' => ['/matches?member={kept}', '/matches?limit=1'],
		'member' => [
			'/members/{mine}/export', '/members/{linh}/export', '/members/{odile}/export', '/members/{mine}', '/members/{draft}', '/members/{linh}', '/members/{mine}/preview?as=visitor', '/members/{mine}/preview?as=member', '/members/{mine}/preview?as=groups',
			'/members?q=seeks', '/members?q=skills+limoux&sort=name', '/members?q=zzz', '/members?facet[sector][]=arts-culture', '/members?facet[territory][]=departement:11&facet[offer][]=enfants',
			'/members?sort=recent&limit=2', '/members/facets?of=territory', '/members/facets?of=sector', '/members/facets?of=value', '/members/facets?of=theme', '/members/facets?of=seek', '/members/facets?of=offer',
			'/members/facets?of=group', '/members/facets?of=kind', '/members/facets?q=seeks&of=territory', '/members/facets?q=seeks&of=sector', '/members/facets?q=seeks&of=value', '/members/facets?q=seeks&of=theme',
			'/members/facets?q=seeks&of=seek', '/members/facets?q=seeks&of=offer', '/members/facets?q=seeks&of=group', '/members/facets?q=seeks&of=kind', '/members/handouts?ids[]={mine}&ids[]={kept}', '/members/kept?limit=2',
			'/members/{asked}/consent-mail', '/news?group={group}',
		],
		'message' => ['/conversations/{waiting}', '/conversations/{unnamed}', '/members/{linh}/writing', '/members/{outside}/writing?for={kept}'],
		'notice' => ['/notices/{endedNotice}', '/notices/{otherNotice}', '/notices?q=four', '/notices?facet[kind][]=need&sort=recent&limit=1', '/notices/similar?title=Une+grange&kind=offer', '/notices/{otherNotice}/writing?for={kept}'],
		'settings' => ['/network/groups?q=cir', '/network/accounts?q=crowd', '/network/letter/closing'],
	];

	/** What is different each time: secrets, what is encrypted or hashed, and numbers. */
	private const RANDOM = [
		'~((?:calendar|consent|card|claims?|reply|notice|sign|ask|mails|passed|subscribe|leave|own|write|letter\\\\?/\d+)\\\\?/)[A-Za-z0-9_-]{20,}~' => '$1…',
		'/(?:[0-9a-f]{2}){16,}(?:\|[^"]*)?/' => '…',
		'~call/\w+~' => 'call/…',
		'/("(?:run|lease_holder)":")\w{32}/' => '$1…',
		// Of rows that the request makes, see Snapshot.
		'/(?<![\w.])1\d{6}(?!\w)/' => 'new',
	];

	/** Made of other tables. */
	private const DERIVED = ['oc_reseau_facet_sets', 'oc_reseau_facet_sums', 'oc_reseau_subjects'];

	/** Letters of a line of an answer. */
	private const WIDTH = 160;

	/** Of longer lists only the first ones are written: as JSON still, which src/app/testing reads. */
	private const LONGEST = 100;
	private const SHOWN = 3;

	/** @return iterable<string, array{string}> */
	public static function domains(): iterable {
		foreach (array_diff(self::domainsOfContract(), self::LEFT_OUT) as $domain) {
			yield $domain => [$domain];
		}
		yield self::PAGES => [self::PAGES];
	}

	#[DataProvider('domains')]
	public function testAnswers(string $domain): void {
		$examples = new Examples($this->things);
		$texts = [];
		foreach ($this->endpoints() as $endpoint) {
			$of = strtok($endpoint->name, '-.');
			if ($domain === self::PAGES ? $endpoint->isPage() && $endpoint->writes() && !in_array($of, self::LEFT_OUT, true) : !$endpoint->isPage() && $of === $domain) {
				$texts[] = "# $endpoint->name\n" . ($endpoint->writes() ? $this->written($endpoint, $examples) : $this->read($examples->path($endpoint)));
			}
		}
		foreach (self::MORE[$domain] ?? [] as $path) {
			$texts[] = $this->read(self::API . preg_replace_callback('/\{(\w+)\}/', fn (array $found): string => (string)$this->things[$found[1]], $path));
		}
		self::assertFixture("answers/$domain.txt", implode("\n\n", $texts) . "\n");
	}

	/** One answer for each kind of people. */
	private function read(string $path): string {
		$texts = [self::lasting("GET $path")];
		$seen = [];
		foreach (['facilitator' => self::person(0), 'member' => 'linh', 'author' => 'odile', 'without a card' => 'nobody-yet', 'visitor' => null] as $who => $uid) {
			$answer = self::answer($this->kernel->request('GET', $path, $uid));
			$same = array_search($answer, $seen, true);
			$texts[] = $same === false ? "\n$who: $answer" : "$who: as $same";
			$seen[$who] = $answer;
		}
		return implode("\n", $texts);
	}

	private function written(Endpoint $endpoint, Examples $examples): string {
		$example = $examples->of($endpoint) ?? [];
		$path = $examples->path($endpoint);
		$mails = count($this->kernel->mails());
		$reply = $this->example($endpoint, $examples, $example['body'] ?? null);
		$this->kernel->runQueued();
		$changes = array_map(self::lasting(...), $this->changes(self::DERIVED));
		$sent = array_slice($this->kernel->mails(), $mails);
		$texts = [
			self::lasting("$endpoint->method $path ") . json_encode($example['body'] ?? null, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES),
			'',
			self::answer($reply),
			'',
			...$changes,
			...$this->notifications($changes),
			...array_map(static fn (array $mail): string => "\n" . self::lasting('mail to ' . implode(', ', array_keys($mail['to'])) . ": {$mail['subject']}\n{$mail['plain']}"), $sent),
		];
		$this->putBack();
		return rtrim(implode("\n", $texts));
	}

	/**
	 * The texts of new things.
	 *
	 * @param list<string> $changes
	 * @return list<string>
	 */
	private function notifications(array $changes): array {
		preg_match_all('/^\+ sandbox_notifications .*"uid":"(\w+)"/m', implode("\n", $changes), $found);
		$texts = [];
		foreach (array_count_values($found[1]) as $uid => $count) {
			$shown = $this->kernel->request('GET', '/ocs/v2.php/apps/notifications/api/v2/notifications', $uid)->data();
			foreach (array_slice($shown, 0, $count) as $one) {
				$texts[] = self::lasting("notification for $uid: {$one['subject']} {$one['message']} {$one['link']}");
			}
		}
		return $texts;
	}

	private static function answer(Reply $reply): string {
		$data = json_decode($reply->body)->ocs->data ?? null;
		return "$reply->status " . self::lasting(self::json($data));
	}

	/** JSON on as few lines as can be read. */
	private static function json(mixed $data, string $indent = ''): string {
		$line = json_encode($data, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
		if (is_scalar($data) || $data === null || mb_strlen($indent . $line) <= self::WIDTH) {
			return $line;
		}
		$lines = [];
		$shown = is_array($data) && count($data) > self::LONGEST ? array_slice($data, 0, self::SHOWN) : (array)$data;
		foreach ($shown as $key => $one) {
			$lines[] = "$indent  " . (is_array($data) ? '' : json_encode((string)$key, JSON_UNESCAPED_UNICODE) . ': ') . self::json($one, "$indent  ");
		}
		return (is_array($data) ? '[' : '{') . "\n" . implode(",\n", $lines) . "\n$indent" . (is_array($data) ? ']' : '}');
	}

	private static function lasting(string $text): string {
		return (string)preg_replace(array_keys(self::RANDOM), array_values(self::RANDOM), $text);
	}
}
