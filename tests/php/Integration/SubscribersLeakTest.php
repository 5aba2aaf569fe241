<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Library\Sheet;
use OCA\Reseau\Library\SheetMapper;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Subscription\Subscriber;
use OCA\Reseau\Subscription\SubscriberMapper;
use OCP\IGroupManager;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Tree;

/**
 * The record of consents and the list of subscribers in random networks: accounts, people without one and addresses alone, who said yes or no, each in a manner of
 * their own, with an entry of every kind. Facilitators find those whose cards they may see, all of them and no one else, neither by a search, an address nor a
 * count; nothing of an address or of messages, no title of a story that is hidden or names
 * no author; other people find nothing.
 */
#[Group('databases')]
class SubscribersLeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 2;
	private const NETWORKS_ELSEWHERE = 1;
	private const FACILITATORS = ['fanny', 'u0', 'u1'];
	/** Kinds of entries that are for the person alone. */
	private const PRIVATE = [Consent::MESSAGES_ENDED];
	private const KINDS = [
		Consent::CARD, Consent::CARD_ENDED, Consent::CHARTER, Consent::ENGAGEMENT, Consent::LETTER, Consent::LETTER_PAPER, Consent::LETTER_ENDED, Consent::NOTICES,
		Consent::NOTICES_ENDED, Consent::SHOWCASE, Consent::SHOWCASE_ENDED, Consent::SHOWCASE_GROUP, Consent::SHOWCASE_GROUP_ENDED, Consent::SHOWCASE_SHEET, Consent::SHOWCASE_SHEET_ENDED,
		Consent::SHOWCASE_NOTICE, Consent::SHOWCASE_NOTICE_ENDED,
		Consent::MESSAGES_ENDED,
	];
	/** Titles of stories: one whose file no account has, and one that names no author, whose file all have. */
	private const HIDDEN = 'Brouillonxyz';
	private const ANONYMOUS = 'Anonymexyz';
	private const HIDDEN_FILE = 990001;

	/** @var array<string, int> their files, by title */
	private array $stories = [];

	/** @var array<int, array{card: ?int, uid: ?string, address: string, name: string, state: string, manner: string}> rows of the list, by number; `card`: a kept one */
	private array $rows = [];

	/** @var array<string, array{card: ?int, what: string}> entries of the record, by a word in how they were given; card null: of an address or an account alone */
	private array $entries = [];

	private int $shown = 0;
	private int $hidden = 0;

	public function testFacilitatorsFindOnlyThoseWhoseCardsTheyMaySee(): void {
		$networks = getenv('RESEAU_DSN') === false ? self::NETWORKS : self::NETWORKS_ELSEWHERE;
		for ($seed = 271; $seed < 271 + $networks; $seed++) {
			$this->drawNetwork($seed, 10, 8);
			foreach (self::FACILITATORS as $uid) {
				$this->kernel->get(IGroupManager::class)->get(Network::FACILITATORS_GROUP)?->addUser($this->kernel->get(IUserManager::class)->get($uid));
			}
			$this->oracle = new NaiveOracle($this->cards, $this->memberships, self::FACILITATORS);
			$this->drawRows();
			$this->drawStories();
			$this->drawEntries();
			foreach ($this->viewers() as $viewer) {
				if (!in_array($viewer, self::FACILITATORS, true)) {
					foreach (['/subscribers', '/subscribers?state=off', '/consents'] as $path) {
						$this->assertRefused(403, 'not_yours', 'GET', $path, $viewer);
					}
					$this->assertRefused(403, 'not_yours', 'POST', '/subscribers/at', $viewer, ['address' => 'a@example.org']);
					continue;
				}
				$this->checkList($viewer);
				$this->checkSearch($viewer);
				$this->checkRecord($viewer);
			}
		}
		self::assertGreaterThan(50 * $networks, $this->hidden, 'some people are hidden');
		self::assertGreaterThan(200 * $networks, $this->shown, 'others are shown');
	}

	private function drawRows(): void {
		$this->rows = [];
		$subscribers = $this->kernel->get(SubscriberMapper::class);
		$add = function (string $column, string|int $value, array $facts, array $values) use ($subscribers): void {
			$state = mt_rand(0, 2) === 0 ? Subscriber::OFF : Subscriber::ON;
			$manner = $this->word('manner', count($this->rows));
			$id = $subscribers->of($column, $value)->id();
			$subscribers->write($id, $values + [
				'name' => $facts['name'], 'sort_name' => Subscriber::sortNameOf($facts['name']), 'state' => $state, 'why' => 'told', 'said_on' => '2026-11-20', 'said_at' => $this->kernel->clock->getTime(),
				'manner' => $manner, 'address_hash' => $this->kernel->get(Refusals::class)->hash($facts['address']),
			]);
			$this->rows[$id] = $facts + ['state' => $state, 'manner' => $manner];
		};
		foreach ($this->cards as $card => $facts) {
			if ($facts['uid'] === null) {
				$address = strtolower($this->marks[$card]['contact'][0]) . '@example.org';
				$add('member_id', $card, ['card' => $card, 'uid' => null, 'address' => $address, 'name' => $facts['parts']['name']], []);
			} else {
				$address = "{$facts['uid']}@readers.example";
				$this->kernel->get(IUserManager::class)->get($facts['uid'])?->setEMailAddress($address);
				$add('uid', $facts['uid'], ['card' => null, 'uid' => $facts['uid'], 'address' => $address, 'name' => ucfirst($facts['uid'])], []);
			}
		}
		foreach (range(0, 3) as $i) {
			$address = $this->word('address', $i) . '@readers.example';
			$hash = $this->kernel->get(Refusals::class)->hash($address);
			$add('address_key', $hash, ['card' => null, 'uid' => null, 'address' => $address, 'name' => ucfirst($this->word('outside', $i))], ['address' => $this->kernel->get(LinkTokens::class)->encrypt($address)]);
		}
	}

	private function drawStories(): void {
		$tree = $this->kernel->get(Tree::class);
		$this->stories = [self::HIDDEN => self::HIDDEN_FILE, self::ANONYMOUS => $tree->make('fanny', Tree::COMMON . '/Four.md', 'Texte')[0]];
		$this->kernel->get(Network::class)->setLibrary(Tree::COMMON, $tree->find('fanny', Tree::COMMON)['id']);
		foreach ($this->stories as $title => $file) {
			$sheet = new Sheet();
			$sheet->setFileId($file);
			$sheet->setTitle($title);
			$sheet->setKind('practice');
			$sheet->describe([]);
			$sheet->setStatus($title === self::HIDDEN ? Sheet::DRAFT : Sheet::PUBLISHED);
			$sheet->setAnonymous($title === self::ANONYMOUS);
			$sheet->setShowcased(true);
			$sheet->setVersion(1);
			$sheet->setChangedAt($this->kernel->clock->getTime());
			$this->kernel->get(SheetMapper::class)->insert($sheet);
		}
	}

	/** More than one page of them. */
	private function drawEntries(): void {
		$this->entries = [];
		$consents = $this->kernel->get(ConsentMapper::class);
		$now = $this->kernel->clock->getTime();
		foreach (array_keys($this->cards) as $card) {
			foreach (self::KINDS as $i => $what) {
				$how = $this->word('how', $card * 20 + $i);
				$about = match ($what) {
					Consent::ENGAGEMENT => $this->groupId(self::GROUPS[0]),
					Consent::SHOWCASE_GROUP, Consent::SHOWCASE_GROUP_ENDED => $this->groupId(self::GROUPS[1]),
					Consent::SHOWCASE_SHEET => (string)$this->stories[self::HIDDEN],
					Consent::SHOWCASE_SHEET_ENDED => (string)$this->stories[self::ANONYMOUS],
					default => '1',
				};
				$consents->insert(Consent::of($card, $what, $about, $how, '2026-11-20', null, $now));
				$this->entries[$how] = ['card' => $card, 'what' => $what];
			}
		}
		foreach ($this->rows as $id => $row) {
			$how = $this->word('said', $id);
			$consents->insert(Consent::ofSubscriber($id, Consent::LETTER, '1', $how, '2026-11-20', null, $now));
			$this->entries[$how] = ['card' => $row['card'], 'what' => Consent::LETTER];
		}
	}

	private function checkList(string $viewer): void {
		foreach ([Subscriber::ON, Subscriber::OFF] as $state) {
			[$listed, $counts, $text] = $this->listed($viewer, "state=$state");
			$may = array_filter($this->rows, fn (array $row): bool => $row['state'] === $state && $this->mayKnow($viewer, $row['card']));
			self::assertEqualsCanonicalizing(array_keys($may), array_column($listed, 'id'), "who is $state, to $viewer");
			// How many mails there are is no secret; who gets none is.
			$mails = array_filter($this->rows, fn (array $row): bool => $row['state'] === Subscriber::ON && $this->isReached($row['card']));
			$without = array_filter($may, fn (array $row): bool => $state === Subscriber::ON && !$this->isReached($row['card']));
			self::assertSame($state === Subscriber::ON ? count($mails) : count($may), $counts[$state], "how many are $state, to $viewer");
			if ($state === Subscriber::ON) {
				self::assertEqualsCanonicalizing(array_keys($without), array_column($counts['unreached']['people'], 'id'), "who gets no mail, to $viewer");
			}
			foreach ($listed as $one) {
				$row = $this->rows[$one['id']];
				$own = $row['card'] ?? $this->cardOf($row['uid']);
				self::assertSame($own !== null && $this->oracle->knows($viewer, $own) ? $own : null, $one['member'], "the card of {$one['name']}, to $viewer");
				self::assertSame($state === Subscriber::ON ? $row['manner'] : '', $one['manner']);
			}
			foreach ($this->rows as $row) {
				$this->see($row['address'], false, $text, "list to $viewer");
				if ($row['card'] !== null) {
					// The people no mail reaches are named in the answers of both lists.
					$named = $row['state'] === $state || ($row['state'] === Subscriber::ON && !$this->isReached($row['card']));
					$this->see($this->nameOf($row['card']), $named && $this->mayKnow($viewer, $row['card']), $text, "list to $viewer");
				}
			}
			$this->checkCards($text, "list to $viewer");
		}
	}

	/** By a name, by an address, and by its number. */
	private function checkSearch(string $viewer): void {
		foreach ($this->rows as $id => $row) {
			$may = $this->mayKnow($viewer, $row['card']);
			$word = $row['card'] === null ? $row['name'] : $this->nameOf($row['card']);
			self::assertSame($may, in_array($id, array_column($this->listed($viewer, "state={$row['state']}&q=$word")[0], 'id'), true), "$word searched by $viewer");
			$at = $this->data('POST', '/subscribers/at', $viewer, ['address' => $row['address']]);
			$shown = match (true) {
				$row['uid'] !== null => $row['uid'] === $viewer,
				$row['card'] !== null => $may && $this->oracle->mayRead($viewer, $row['card'], 'contact'),
				default => true,
			};
			self::assertSame([$shown ? [$id] : [], $may && !$shown ? 1 : 0], [array_column($at['subscribers'], 'id'), $at['others']], "{$row['address']} searched by $viewer");
			if (!$may) {
				$this->assertRefused(404, 'not_found', 'PUT', "/subscribers/$id", $viewer, ['wants' => false, 'date' => '2026-11-24', 'how' => 'De vive voix']);
			}
		}
	}

	private function checkRecord(string $viewer): void {
		$entries = [];
		$pages = '';
		for ($next = ''; $next !== null;) {
			$reply = $this->ask('GET', "/consents?cursor=$next", $viewer);
			['entries' => $found, 'next' => $next] = $reply->data();
			$pages .= $reply->body;
			array_push($entries, ...$found);
		}
		self::assertGreaterThan(50, count($entries), 'several pages');
		foreach ($this->entries as $how => ['card' => $card, 'what' => $what]) {
			$this->see($how, !in_array($what, self::PRIVATE, true) && $this->mayKnow($viewer, $card), $pages, "record to $viewer");
		}
		foreach (array_keys($this->cards) as $card) {
			$this->see($this->nameOf($card), $this->oracle->knows($viewer, $card), $pages, "record to $viewer");
		}
		foreach ($this->rows as $row) {
			$this->see($row['address'], false, $pages, "record to $viewer");
		}
		foreach (self::GROUPS as $group) {
			$this->see("Groupe $group", $group === self::GROUPS[1], $pages, "record to $viewer: every account sees the groups, but not who is in which");
		}
		foreach (array_keys($this->stories) as $title) {
			$this->see($title, false, $pages, "record to $viewer");
		}
		$this->checkCards($pages, "record to $viewer");
		$members = array_unique(array_filter(array_column($entries, 'member')));
		self::assertSame([], array_filter($members, fn (int $card): bool => !$this->oracle->knows($viewer, $card)), "cards in the record to $viewer");
	}

	/** Of a card nothing but its name is in either. */
	private function checkCards(string $text, string $where): void {
		foreach ($this->marks as $marks) {
			foreach (array_merge(...array_values(array_diff_key($marks, ['territories' => 0]))) as $mark) {
				$this->see($mark, false, $text, $where);
			}
		}
	}

	/** Whether the letter goes to a row: not to a kept card that is a draft or withdrawn. */
	private function isReached(?int $card): bool {
		return $card === null || in_array($this->cards[$card]['status'], ['published', 'paused'], true);
	}

	/** @return array{list<array<string, mixed>>, array<string, mixed>, string} all pages of a list, its counts, and all that was said */
	private function listed(string $viewer, string $query): array {
		$listed = [];
		$text = '';
		$counts = [];
		for ($next = ''; $next !== null;) {
			$reply = $this->ask('GET', "/subscribers?$query&cursor=$next", $viewer);
			['subscribers' => $found, 'next' => $next] = $reply->data();
			$counts = $reply->data()['counts'] ?? $counts;
			$text .= $reply->body;
			array_push($listed, ...$found);
		}
		return [$listed, $counts, $text];
	}

	/** Accounts and addresses alone are known to every facilitator; of a kept card, who may see it. */
	private function mayKnow(string $viewer, ?int $card): bool {
		return $card === null || $this->oracle->knows($viewer, $card);
	}

	/** The word in the name of a card. */
	private function nameOf(int $card): string {
		return substr($this->cards[$card]['parts']['name'], strlen('Nom '));
	}

	private function cardOf(?string $uid): ?int {
		return array_key_first(array_filter($this->cards, static fn (array $facts): bool => $uid !== null && $facts['uid'] === $uid));
	}

	private function see(string $mark, bool $may, string $text, string $where): void {
		$may ? $this->shown++ : $this->hidden++;
		self::assertSame($may, stripos($text, $mark) !== false, ($may ? 'no ' : '') . "$mark in the $where");
	}
}
