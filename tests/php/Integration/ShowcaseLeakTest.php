<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Enquiry\AboutType;
use OCA\Reseau\Group\GroupMapper;
use OCA\Reseau\Group\MembershipMapper;
use OCA\Reseau\Integration\References\ShowcaseReferenceProvider;
use OCA\Reseau\Meeting\Meeting;
use OCA\Reseau\Meeting\MeetingMapper;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Showcase\PublicItem;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\IUserManager;
use ReflectionClass;
use Sandbox\Kernel\Reply;
use Sandbox\Service\Tree;

/**
 * Random networks, of which some people, groups, stories and notices are in the public showcase. Every page that anyone may open without a link of their own is asked
 * for everything there is, and compared with the naive oracle. Then people leave, each in another way, and no page answers with them any more, not even as
 * “not modified”.
 */
class ShowcaseLeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 3;

	/** Parts of a card whose words are on its page. */
	private const READABLE = ['headline', 'drives', 'seeks', 'offers', 'skills', 'values', 'trades', 'organisation', 'role', 'languages', 'networks', 'availability', 'limits', 'contact', 'phone'];

	/** @var array<string, bool> whether a group is shown, by its name */
	private array $shownGroups = [];

	/** @var array<int, array{group: string, marks: list<string>, shown: bool}> meetings by id; of each group one that was chosen for the showcase, and one that was not */
	private array $meetings = [];

	/** @var array<int, array{author: int, mark: string, term: string, shown: bool}> sheets by their file; the term is of no other */
	private array $sheets = [];

	/** @var array<int, array{author: int, marks: list<string>, shown: bool, named: bool}> notices by id; `named`: their author is in the showcase too */
	private array $notices = [];

	private int $shown = 0;
	private int $hidden = 0;

	public function testVisitorsSeeWhatWasChosenAndNothingElse(): void {
		for ($seed = 211; $seed < 211 + self::NETWORKS; $seed++) {
			$this->drawNetwork($seed, 12, 6);
			$this->drawShowcase();
			foreach ($this->pages() as $page) {
				$this->check($page, self::answered($this->open($page)), "network $seed");
				$this->check("the preview of $page", $this->preview($page), "network $seed");
			}
			$this->checkCards("network $seed");
			$this->checkSearch("network $seed");
		}
		self::assertGreaterThan(1000, $this->hidden, 'much is hidden');
		self::assertGreaterThan(50, $this->shown, 'some is shown');
	}

	public function testPeopleWhoLeaveAreOnNoPageAnyMore(): void {
		foreach ($this->waysToLeave() as $way => $leave) {
			$this->drawNetwork(311, 8, 4);
			$this->drawShowcase();
			$stories = array_filter($this->sheets, fn (array $sheet): bool => $sheet['shown'] && $this->oracle->visitorKnows($sheet['author']));
			$card = (int)reset($stories)['author'];
			$name = $this->cards[$card]['parts']['name'];
			$before = [];
			foreach ($this->pages() as $page) {
				$reply = $this->open($page);
				if (str_contains(self::answered($reply), $name)) {
					$before[$page] = $reply->headers['ETag'];
				}
			}
			self::assertArrayHasKey("public/people/$card", $before);
			self::assertGreaterThan(4, count($before), 'a page, its frame, lists and searches');
			$leave($card);
			foreach ($this->pages() as $page) {
				$reply = $this->open($page, $before[$page] ?? '');
				self::assertNotSame(304, isset($before[$page]) ? $reply->status : 200, "$page after: $way");
				$body = self::answered($reply);
				self::assertStringNotContainsString($name, $body, "$page after: $way");
				$body .= $this->preview($page);
				self::assertStringNotContainsString($name, $body, "the preview of $page after: $way");
				foreach ($way === 'leaving the showcase' ? [] : array_filter([...$this->notices, ...$this->sheets], static fn (array $one): bool => $one['author'] === $card) as $one) {
					foreach ($one['marks'] ?? [$one['mark']] as $mark) {
						self::assertStringNotContainsString($mark, $body, "$page after: $way");
					}
				}
				foreach ($this->marks[$card] as $marks) {
					foreach ($marks as $mark) {
						self::assertFalse(self::says($body, $mark), "$page after: $way");
					}
				}
			}
		}
	}

	public function testAPageThatHasNotChangedIsNotSentAgain(): void {
		$this->drawNetwork(311, 4, 2);
		$this->drawShowcase();
		$reply = $this->open('public/people');
		self::assertSame([200, 'private, no-cache'], [$reply->status, $reply->headers['Cache-Control']]);
		self::assertSame(304, $this->open('public/people', $reply->headers['ETag'])->status);
	}

	/** @return array<string, callable(int): mixed> */
	private function waysToLeave(): array {
		$owner = fn (int $card): string => (string)$this->cards[$card]['uid'];
		$status = fn (string $to): callable => fn (int $card): mixed => $this->data('PUT', "/members/$card/status", $owner($card), ['status' => $to, 'version' => $this->data('GET', "/members/$card", $owner($card))['version']]);
		return [
			'leaving the showcase' => fn (int $card): mixed => $this->data('PUT', "/members/$card/showcase", $owner($card), ['shown' => false]),
			'pausing' => $status('paused'),
			'withdrawing' => $status('withdrawn'),
			'erasing' => fn (int $card): mixed => $this->data('DELETE', "/members/$card", $owner($card)),
			'disabling the account' => fn (int $card): mixed => $this->kernel->get(IUserManager::class)->get($owner($card))?->setEnabled(false),
			'closing the showcase' => fn (): mixed => $this->data('PUT', '/showcase', 'fanny', ['open' => false]),
			'switching it off' => fn (): mixed => $this->data('PUT', '/network', 'admin', ['showcase' => false, 'was' => ['showcase' => true]]),
		];
	}

	private function drawShowcase(): void {
		$this->data('PUT', '/network', 'admin', ['showcase' => true, 'was' => ['showcase' => false]]);
		$this->data('PUT', '/showcase', 'fanny', ['open' => true]);
		foreach ($this->cards as $card => $facts) {
			$chosen = $facts['status'] === 'published' && mt_rand(0, 1) === 0;
			if ($chosen) {
				$consent = $facts['uid'] === null ? ['date' => '2026-11-20', 'how' => 'De vive voix'] : [];
				$this->data('PUT', "/members/$card/showcase", $this->keeperOf($card), ['shown' => true] + $consent);
			}
			$this->cards[$card]['showcased'] = $chosen;
		}
		$this->oracle = new NaiveOracle($this->cards, $this->memberships, ['fanny']);
		$this->drawGroupsShown();
		$this->drawSheets();
		$this->drawNotices();
	}

	/** Of each person who is shown one that was chosen, one that was not, and one that was chosen and has ended. */
	private function drawNotices(): void {
		$this->notices = [];
		foreach (array_keys(array_filter($this->cards, static fn (array $facts): bool => $facts['status'] === 'published')) as $i => $card) {
			$keeper = $this->keeperOf($card);
			$agreed = $this->cards[$card]['uid'] === null ? ['date' => '2026-11-20', 'how' => 'De vive voix'] : [];
			foreach (['chosen', 'kept in', 'ended'] as $n => $what) {
				$this->kernel->resetLimits();
				$marks = [$this->word('offer', 3 * $i + $n), $this->word('says', 3 * $i + $n), $this->word('free', 3 * $i + $n)];
				$id = $this->data('POST', '/notices', $keeper, ['kind' => 'offer', 'title' => "Titre $marks[0]", 'text' => $marks[1], 'free' => $marks[2], 'territories' => [['code' => '11', 'kind' => 'departement', 'name' => '']], 'key' => "notice-$card-$n"] + ($this->cards[$card]['uid'] === null ? ['memberId' => $card, 'how' => 'phone'] : []), 201)['id'];
				if ($what !== 'kept in') {
					$this->data('PUT', "/notices/$id/showcase", $keeper, ['shown' => true] + $agreed);
				}
				if ($what === 'ended') {
					$this->data('POST', "/notices/$id/end", $keeper);
				}
				$this->notices[$id] = ['author' => $card, 'marks' => $marks, 'shown' => $what === 'chosen', 'named' => $this->oracle->visitorKnows($card)];
			}
		}
	}

	private function drawGroupsShown(): void {
		$memberships = $this->kernel->get(MembershipMapper::class);
		$this->shownGroups = [];
		foreach (self::GROUPS as $i => $group) {
			$id = (int)$this->groupId($group);
			$this->shownGroups[$group] = false;
			$acting = array_filter($this->memberships, fn (array $row): bool => $row['group'] === $group && $row['active'] && $this->cards[$row['card']]['uid'] !== null);
			if ($i % 2 === 0 && $acting !== []) {
				$card = reset($acting)['card'];
				$membership = $memberships->find($id, $card);
				$membership->setFacilitates(true);
				$memberships->update($membership);
				$this->data('PUT', "/groups/$id/showcase", (string)$this->cards[$card]['uid'], ['shown' => true]);
				$this->shownGroups[$group] = true;
			}
		}
		self::assertNotNull($this->kernel->get(GroupMapper::class)->findByRef('eau'));
		$this->drawMeetings();
	}

	private function drawMeetings(): void {
		$this->meetings = [];
		foreach (self::GROUPS as $i => $group) {
			foreach ([true, false] as $chosen) {
				$marks = [$this->word('title', 2 * $i + (int)$chosen), $this->word('place', 2 * $i + (int)$chosen), $this->word('agenda', 2 * $i + (int)$chosen)];
				$meeting = new Meeting();
				$meeting->setGroupId((int)$this->groupId($group));
				$meeting->setKeyHash(hash('sha256', $marks[0]));
				$meeting->when('2026-12-12', '18:30', '2026-12-12', null, 'Europe/Paris');
				[$title, $place, $agenda] = $marks;
				$meeting->setTitle($title);
				$meeting->setPlace($place);
				$meeting->setAgenda($agenda);
				$meeting->setByUid('fanny');
				$meeting->setShowcased($chosen ? true : null);
				$meeting->setVersion(1);
				$meeting->setCreatedAt($this->kernel->clock->getTime());
				$meeting->setUpdatedAt($this->kernel->clock->getTime());
				$id = (int)$this->kernel->get(MeetingMapper::class)->insert($meeting)->getId();
				$this->meetings[$id] = ['group' => $group, 'marks' => $marks, 'shown' => $chosen && $this->shownGroups[$group]];
			}
		}
	}

	private function drawSheets(): void {
		$this->sheets = [];
		$tree = $this->kernel->get(Tree::class);
		$authors = array_values(array_filter(array_keys($this->cards), fn (int $card): bool => $this->cards[$card]['uid'] !== null && $this->cards[$card]['status'] === 'published'));
		$named = array_values(array_filter($authors, $this->oracle->visitorKnows(...)));
		$files = [];
		foreach (range(0, 3) as $i) {
			$files[] = $tree->make('fanny', Tree::COMMON . '/' . $this->word('file', $i) . '.md', 'Texte')[0];
		}
		$this->kernel->get(Network::class)->setLibrary(Tree::COMMON, $tree->find('fanny', Tree::COMMON)['id']);
		$terms = $this->kernel->get(Vocabulary::class)->offered('themes');
		foreach ($files as $i => $file) {
			$mark = $this->word('sheet', $i);
			// One is of a person who is in the showcase themselves, if there is any.
			$author = $i === 0 && $named !== [] ? $named[0] : $authors[mt_rand(0, count($authors) - 1)];
			$this->data('PUT', "/sheets/$file", 'fanny', ['version' => 0, 'terms' => [$terms[$i]], 'title' => "Titre $mark", 'summary' => $mark, 'kind' => 'practice', 'outcome' => 'failed', 'authors' => [$author], 'authorNames' => $this->word('named', $i), 'groups' => [(int)$this->groupId(self::GROUPS[1])], 'context' => [
				// A commune of no card.
				'territories' => [['code' => '81099', 'kind' => 'commune', 'name' => '']], 'public' => 'Voisins', 'means' => 'Deux bancs', 'frame' => 'La mairie', 'standpoint' => 'Une voisine',
			]]);
			$this->data('PUT', "/sheets/$file/status", 'fanny', ['version' => 1, 'status' => 'published']);
			$shown = $i % 2 === 0;
			if ($shown) {
				$this->data('PUT', "/sheets/$file/showcase", (string)$this->cards[$author]['uid'], ['shown' => true]);
			}
			$this->sheets[$file] = ['author' => $author, 'mark' => $mark, 'term' => $terms[$i], 'shown' => $shown];
		}
	}

	/** @return list<string> every page that needs no link of one's own, with everything that its parameters can name */
	private function pages(): array {
		$ids = array_values(array_unique([...array_keys($this->cards), ...array_map(fn (string $group): int => (int)$this->groupId($group), self::GROUPS), ...array_keys($this->sheets), ...array_keys($this->notices), 999_999]));
		$words = [...array_map(fn (array $facts): string => $facts['parts']['name'], $this->cards), ...array_column($this->sheets, 'mark'), ...array_merge(...array_column($this->notices, 'marks'))];
		$pages = [];
		foreach (glob(__DIR__ . '/../../../lib/Controller/*.php') as $file) {
			foreach ((new ReflectionClass('OCA\\Reseau\\Controller\\' . basename($file, '.php')))->getMethods() as $method) {
				$route = ($method->getAttributes(FrontpageRoute::class)[0] ?? null)?->getArguments();
				if ($route === null || $route['verb'] !== 'GET' || $method->getAttributes(PublicPage::class) === [] || str_contains($route['url'], '{token}') || !str_starts_with($route['url'], '/public')) {
					continue;
				}
				$further = match (true) {
					str_contains($route['url'], '{item}') => fn (int $id): array => $this->items($id),
					str_contains($route['url'], '{about}') => static fn (): array => array_column(AboutType::cases(), 'value'),
					default => static fn (): array => [''],
				};
				$named = str_contains($route['url'], '{') ? array_merge(...array_map(fn (int $id): array => array_map(
					static fn (string $one): string => strtr($route['url'], ['{id}' => $id, '{group}' => $id, '{file}' => $id, '{notice}' => $id, '{item}' => $one, '{about}' => $one]),
					$further($id),
				), $ids)) : [$route['url']];
				self::assertStringNotContainsString('{', $named[0], 'give a value for the parameter here');
				foreach ($named as $url) {
					$page = ltrim($url, '/');
					array_push($pages, $page, "$page?embed=1");
				}
				if (in_array('q', array_map(static fn ($parameter): string => $parameter->getName(), $method->getParameters()), true)) {
					array_push($pages, ...array_map(static fn (string $word): string => ltrim($route['url'], '/') . '?' . http_build_query(['q' => $word]), $words));
				}
			}
		}
		self::assertGreaterThan(50, count($pages));
		return $pages;
	}

	/** @return list<string> everything a card seeks and offers, as addresses name it, also what is hidden */
	private function items(int $card): array {
		$keys = [PublicItem::keyOf(true, 'Rien')];
		foreach (['seeks' => false, 'offers' => true] as $part => $offered) {
			array_push($keys, ...array_map(static fn (array $item): string => PublicItem::keyOf($offered, $item['text']), $this->cards[$card]['parts'][$part] ?? []));
		}
		return $keys;
	}

	private function open(string $page, string $etag = ''): Reply {
		$reply = $this->kernel->request('GET', "/index.php/apps/reseau/$page", null, null, $etag === '' ? [] : ['If-None-Match' => $etag]);
		self::assertContains($reply->status, [200, 304, 404], "$page: $reply->error");
		self::assertLessThanOrEqual(100_000, strlen($reply->body), $page);
		return $reply;
	}

	/** What a link to the page shows on a page without an account. */
	private function preview(string $page): string {
		$provider = $this->kernel->get(ShowcaseReferenceProvider::class);
		$address = "http://localhost/index.php/apps/reseau/$page";
		self::assertTrue($provider->matchReference($address));
		// The person who asks knows the address itself.
		$shown = $provider->resolveReferencePublic($address, 'token')?->jsonSerialize()['openGraphObject'] ?? [];
		return json_encode([$shown['name'] ?? '', $shown['description'] ?? '', $provider->getCachePrefix($address)], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
	}

	private function check(string $page, string $body, string $where): void {
		foreach ($this->marks as $card => $parts) {
			$this->tally(str_contains($body, $this->cards[$card]['parts']['name']), $this->oracle->visitorKnows($card), "name of $card on $page, $where");
			foreach ($parts as $part => $marks) {
				foreach ($marks as $mark) {
					$this->tally(self::says($body, $mark), $this->oracle->visitorReads($card, $part), "$part of $card on $page, $where");
				}
			}
		}
		foreach ($this->shownGroups as $group => $shown) {
			$this->tally(str_contains($body, "Groupe $group"), $shown, "group $group on $page, $where");
		}
		foreach ($this->meetings as $id => ['marks' => $marks, 'shown' => $shown]) {
			foreach ($marks as $mark) {
				$this->tally(str_contains($body, $mark), $shown, "meeting $id on $page, $where");
			}
		}
		foreach ($this->sheets as $file => ['mark' => $mark, 'shown' => $shown]) {
			$this->tally(str_contains($body, $mark), $shown, "sheet $file on $page, $where");
		}
		foreach ($this->notices as $id => ['marks' => $marks, 'shown' => $shown]) {
			foreach ($marks as $mark) {
				$this->tally(str_contains($body, $mark), $shown, "notice $id on $page, $where");
			}
		}
		self::assertStringNotContainsString('Fanny', $body, "the keeper of a card on $page, $where");
		self::assertDoesNotMatchRegularExpression('/named[0-9a-z]{8}k/', $body, "a name that an author wrote on $page, $where");
	}

	private function tally(bool $there, bool $may, string $what): void {
		self::assertFalse($there && !$may, "leaked: $what");
		$there ? $this->shown++ : $this->hidden++;
	}

	/** A card's page shows all that is public of it; no one else has a page. */
	private function checkCards(string $where): void {
		foreach ($this->marks as $card => $parts) {
			$reply = $this->open("public/people/$card");
			self::assertSame($this->oracle->visitorKnows($card) ? 200 : 404, $reply->status, "$card, $where");
			self::assertSame($reply->status === 200, str_contains($this->preview("public/people/$card"), $this->cards[$card]['parts']['name']), "preview of $card, $where");
			foreach (array_intersect_key($parts, array_flip(self::READABLE)) as $part => $marks) {
				self::assertSame($this->oracle->visitorReads($card, $part), str_contains(html_entity_decode($reply->body), $marks[0]), "$part of $card, $where");
			}
		}
		foreach ($this->shownGroups as $group => $shown) {
			self::assertSame($shown ? 200 : 404, $this->open("public/groups/{$this->groupId($group)}")->status, "$group, $where");
		}
		foreach ($this->meetings as $id => ['group' => $group, 'marks' => $marks, 'shown' => $shown]) {
			foreach (['public/data/meetings.ics', "public/groups/{$this->groupId($group)}/meetings.ics", "public/groups/{$this->groupId($group)}"] as $page) {
				foreach ($marks as $mark) {
					self::assertSame($shown, str_contains($this->open($page)->body, $mark), "meeting $id on $page, $where");
				}
			}
		}
		foreach ($this->sheets as $file => ['shown' => $shown]) {
			self::assertSame($shown ? 200 : 404, $this->open("public/stories/$file")->status, "$file, $where");
		}
		foreach ($this->notices as $id => ['author' => $author, 'shown' => $shown, 'named' => $named, 'marks' => $marks]) {
			$reply = $this->open("public/notices/$id");
			self::assertSame($shown ? 200 : 404, $reply->status, "notice $id, $where");
			self::assertSame($shown && $named, str_contains($reply->body, $this->cards[$author]['parts']['name']), "the author of notice $id, $where");
			self::assertSame($shown, str_contains($this->open('public/notices?' . http_build_query(['q' => $marks[1]]))->body, "/public/notices/$id\""), "notice $id by its word, $where");
		}
		$gone = $this->open('public/people/999999')->body;
		$hidden = array_filter(array_keys($this->cards), fn (int $card): bool => !$this->oracle->visitorKnows($card));
		self::assertSame($gone, $this->open('public/people/' . reset($hidden))->body, "the page of a person who is not shown is the same as of no person, $where");
	}

	/** Words find exactly the people they may find. */
	private function checkSearch(string $where): void {
		foreach ($this->marks as $card => $parts) {
			foreach (['drives', 'organisation', 'limits'] as $part) {
				$found = $this->open('public/people?' . http_build_query(['q' => $parts[$part][0]]));
				self::assertSame($this->oracle->visitorReads($card, $part), str_contains(self::answered($found), $this->cards[$card]['parts']['name']), "$part of $card by its word, $where");
			}
		}
		$there = count(array_filter(array_keys($this->cards), $this->oracle->visitorKnows(...)));
		self::assertStringContainsString($there === 1 ? '>1 fiche<' : ">$there fiches<", $this->open('public/people')->body, $where);
		// A slip is corrected to a word that visitors may read, and to no other.
		foreach ($this->near as $i => [$slip, $drives, $limits]) {
			$body = self::answered($this->open('public/people?' . http_build_query(['q' => $slip])));
			foreach (['drives' => [$drives, $i], 'limits' => [$limits, ($i + 3) % 4]] as $part => [$word, $rest]) {
				$readers = array_filter(array_keys($this->cards), fn (int $card): bool => array_search($card, array_keys($this->cards), true) % 4 === $rest && $this->oracle->visitorReads($card, $part));
				self::assertFalse($readers === [] && str_contains($body, $word), "$slip is read as $word, $where");
			}
		}
		$choices = $this->open('public/stories')->body;
		foreach ($this->sheets as $file => ['term' => $term, 'shown' => $shown]) {
			self::assertSame($shown, str_contains($choices, "value=\"$term\""), "the term of sheet $file, $where");
			self::assertSame($shown, str_contains($this->open('public/stories?' . http_build_query(['facet' => ['term' => [$term]]]))->body, "/public/stories/$file\""), "sheet $file by its term, $where");
		}
		// Of each card one term is nowhere else: whether it is a choice, and leaves one person, is as its part is.
		foreach ($this->marks as $card => $parts) {
			foreach (['theme', 'seek'] as $facet) {
				$body = $this->open('public/people?' . http_build_query(['facet' => [$facet => [$parts['seeks'][1]]]]))->body;
				self::assertSame($this->oracle->visitorReads($card, 'seeks'), str_contains($body, '>1 fiche<'), "$facet of $card, $where");
			}
		}
	}

	/** A page without what only repeats the words that were asked for. */
	private static function answered(Reply $reply): string {
		return preg_replace(['/<input id="light-q"[^>]*>/', '/href="[^"]*cursor[^"]*"/'], '', $reply->body) ?? '';
	}

	/** Whether there is a mark: as it is, or the code of a place, as addresses, tables and data write it. */
	private static function says(string $body, string $mark): bool {
		return preg_match('/"code":"(\w+)"/', $mark, $found) === 1
			? preg_match("/commune:$found[1]\b|[\"> ]$found[1][\"< ]/", $body) === 1
			: str_contains($body, $mark);
	}
}
