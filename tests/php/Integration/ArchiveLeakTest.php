<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Letter\Letter;
use OCA\Reseau\Letter\LetterMapper;
use OCA\Reseau\Letter\OnlineLinks;
use OCA\Reseau\Letter\Segment;
use OCA\Reseau\Meeting\Meeting;
use OCA\Reseau\Meeting\MeetingMapper;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\OwnPage\OwnLinks;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Subscription\Subscriber;
use OCA\Reseau\Subscription\SubscriberMapper;
use OCA\Reseau\Subscription\Subscriptions;
use PHPUnit\Framework\Attributes\Group;

/**
 * Which letters each reader finds, in the list, on their pages and behind links, and what is on the page of each person without an account, in random networks.
 * Each letter is in one state and for some readers, and has a word of its own in its title and one in its text; so has each meeting and each agreement. Who
 * finds which is worked out here from the words of the rule.
 */
#[Group('databases')]
class ArchiveLeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 2;
	private const NETWORKS_ELSEWHERE = 1;
	private const YEAR = 365 * 86_400;
	/** Words of a card that a page says in other words. */
	private const CODES = ['territories', 'sectors'];

	/** @var array<int, array{readers: string, group: ?string, state: string, statutory: bool, old: bool, title: string, text: string}> by number */
	private array $letters = [];

	/** @var array<string, array{title: string, agenda: string}> meetings by group */
	private array $meetings = [];

	/** @var array<int, array{how: list<string>, engaged: string}> what the person of a card agreed to: words in how they did, and a group they entered once */
	private array $agreements = [];

	/** @var array<string, int> readers without an account, by `card 7` or an address */
	private array $readers = [];

	private int $shown = 0;
	private int $hidden = 0;

	public function testEverybodyFindsTheirLettersAndTheirOwnPageAlone(): void {
		$networks = getenv('RESEAU_DSN') === false ? self::NETWORKS : self::NETWORKS_ELSEWHERE;
		for ($seed = 371; $seed < 371 + $networks; $seed++) {
			$this->drawNetwork($seed, 5, 7);
			$this->drawLetters();
			$this->drawMeetings();
			$this->drawAgreements();
			$this->drawReaders();
			foreach ($this->viewers() as $viewer) {
				$this->checkArchive($viewer);
			}
			foreach ($this->readers as $name => $id) {
				$this->checkLinks($name, $id);
			}
			$pages = 0;
			foreach ($this->cards as $card => $facts) {
				$pages += $facts['uid'] === null ? $this->checkOwnPages($card) : 0;
			}
			self::assertGreaterThan(2, $pages, 'some people have a page');
		}
		self::assertGreaterThan(1000 * $networks, $this->hidden, 'some things are hidden');
		self::assertGreaterThan(500 * $networks, $this->shown, 'others are shown');
	}

	private function drawLetters(): void {
		$this->letters = [];
		foreach ([[Segment::ALL, ''], [Segment::TERRITORY, 'departement:11'], [Segment::THEME, 'theme-a'], ...array_map(static fn (string $group): array => [Segment::GROUP, $group], self::GROUPS)] as [$readers, $of]) {
			foreach ($readers === Segment::ALL ? [Letter::DRAFT, Letter::SENDING, Letter::STOPPED, Letter::SENT] : [Letter::SENT] as $state) {
				$this->drawLetter($readers, $of, $state);
			}
		}
		$this->drawLetter(Segment::ALL, '', Letter::SENT, old: true);
		$this->drawLetter(Segment::ALL, '', Letter::DRAFT, statutory: true);
		$this->drawLetter(Segment::ALL, '', Letter::SENT, statutory: true);
	}

	private function drawLetter(string $readers, string $of, string $state, bool $old = false, bool $statutory = false): void {
		$title = $this->word('title', count($this->letters));
		$text = $this->word('editorial', count($this->letters));
		$now = $this->kernel->clock->getTime();
		$letter = new Letter();
		$letter->setKind($statutory ? Letter::STATUTORY : Letter::LETTER);
		$letter->setTitle("Lettre $title");
		$letter->setEditorial("Un mot : $text.");
		$letter->setReaders($readers);
		$letter->setReadersOf($readers === Segment::GROUP ? $this->groupId($of) : $of);
		$letter->setLanguage('fr');
		$letter->setState($state);
		$letter->setVersion(1);
		$letter->setKeyHash(hash('sha256', $title));
		$letter->setChangedAt($now);
		$letter->setSentAt($state === Letter::DRAFT ? null : $now - ($old ? 2 * self::YEAR : count($this->letters)));
		if (!$statutory) {
			$letter->setFromDay('2026-10-01');
			$letter->setUntilDay('2026-10-31');
		}
		$id = (int)$this->kernel->get(LetterMapper::class)->insert($letter)->getId();
		$this->letters[$id] = ['readers' => $readers, 'group' => $readers === Segment::GROUP ? $of : null, 'state' => $state, 'statutory' => $statutory, 'old' => $old, 'title' => $title, 'text' => $text];
	}

	private function drawMeetings(): void {
		$this->meetings = [];
		foreach (self::GROUPS as $i => $group) {
			$this->meetings[$group] = ['title' => $this->word('meeting', $i), 'agenda' => $this->word('agenda', $i)];
			$meeting = new Meeting();
			$meeting->setGroupId((int)$this->groupId($group));
			$meeting->setKeyHash(hash('sha256', $group));
			$meeting->when('2026-12-12', null, '2026-12-12', null, 'Europe/Paris');
			$meeting->setTitle($this->meetings[$group]['title']);
			$meeting->setAgenda($this->meetings[$group]['agenda']);
			$meeting->setVersion(1);
			$meeting->setCreatedAt($this->kernel->clock->getTime());
			$meeting->setUpdatedAt($this->kernel->clock->getTime());
			$this->kernel->get(MeetingMapper::class)->insert($meeting);
		}
	}

	private function drawAgreements(): void {
		$this->agreements = [];
		$consents = $this->kernel->get(ConsentMapper::class);
		$now = $this->kernel->clock->getTime();
		foreach (array_keys($this->cards) as $card) {
			$this->agreements[$card] = ['how' => [], 'engaged' => self::GROUPS[$card % count(self::GROUPS)]];
			foreach ([[Consent::CHARTER, '1'], [Consent::NOTICES_ENDED, null], [Consent::MESSAGES_ENDED, '1'], [Consent::ENGAGEMENT, $this->groupId($this->agreements[$card]['engaged'])]] as $i => [$what, $version]) {
				$this->agreements[$card]['how'][] = $how = $this->word('how', $card * 10 + $i);
				$consents->insert(Consent::of($card, $what, $version, $how, '2026-11-20', null, $now));
			}
		}
	}

	private function drawReaders(): void {
		$this->readers = [];
		$subscribers = $this->kernel->get(SubscriberMapper::class);
		$on = ['state' => Subscriber::ON, 'why' => 'told', 'said_on' => '2026-11-20', 'said_at' => $this->kernel->clock->getTime()];
		foreach ($this->cards as $card => $facts) {
			if ($facts['uid'] === null) {
				$this->readers["card $card"] = $subscribers->of('member_id', $card)->id();
				$subscribers->write($this->readers["card $card"], $on);
			}
		}
		$address = 'outside@readers.example';
		$hash = $this->kernel->get(Refusals::class)->hash($address);
		$this->readers[$address] = $subscribers->of('address_key', $hash)->id();
		$subscribers->write($this->readers[$address], $on + ['address' => $this->kernel->get(LinkTokens::class)->encrypt($address), 'address_hash' => $hash]);
	}

	/** In the list, on the page of each letter and in the answer that shows it. */
	private function checkArchive(string $viewer): void {
		$list = $this->ask('GET', '/letters', $viewer);
		$may = array_keys(array_filter($this->letters, fn (array $letter): bool => $this->mayFind($viewer, $letter)));
		self::assertEqualsCanonicalizing($may, array_column($list->data()['letters'], 'id'), "letters of $viewer");
		$this->checkTitles((string)$list->body, fn (array $letter): bool => $this->mayFind($viewer, $letter), "list of $viewer");
		foreach ($this->letters as $id => $letter) {
			$opens = $this->mayFind($viewer, $letter) && $letter['state'] !== Letter::DRAFT;
			$page = $this->kernel->request('GET', "/index.php/apps/reseau/letter/$id", $viewer);
			$reading = $this->ask('GET', "/letters/$id/reading", $viewer);
			self::assertSame([$opens ? 200 : 404, $opens ? 200 : 404], [$page->status, $reading->status], "letter {$letter['title']} of $viewer");
			foreach ($this->letters as $other => $one) {
				$this->see($one['text'], $opens && $other === $id, $page->body . $reading->body, "letter {$letter['title']} of $viewer");
			}
			// Others are named below it, messages and drafts are not.
			$this->checkTitles((string)$page->body, fn (array $one): bool => $opens && ($one === $letter || (!$one['statutory'] && $one['state'] !== Letter::DRAFT && $this->mayFind($viewer, $one))), "page of {$letter['title']} of $viewer");
		}
	}

	/** Behind the links of mails. */
	private function checkLinks(string $name, int $id): void {
		$card = str_starts_with($name, 'card ') ? (int)substr($name, 5) : null;
		$reader = $this->kernel->get(Subscriptions::class)->one($id);
		foreach ($this->letters as $number => $letter) {
			$this->kernel->resetLimits();
			$page = $this->kernel->request('GET', (string)parse_url($this->kernel->get(OnlineLinks::class)->url($reader, $number), PHP_URL_PATH), null);
			$opens = $this->opensByLink($card, $letter);
			self::assertSame($opens ? 200 : 404, $page->status, "link to {$letter['title']} of $name");
			$this->see($letter['text'], $opens, (string)$page->body, "link to {$letter['title']} of $name");
			// Only strangers to the network find the others behind a link, which anyone may have.
			$this->checkTitles((string)$page->body, fn (array $one): bool => $opens && ($one === $letter || (!$this->isMember($card) && $this->opensByLink($card, $one))), "link to {$letter['title']} of $name");
		}
	}

	/** @return int how many pages there were: who has not agreed to their card has none */
	private function checkOwnPages(int $card): int {
		$links = $this->kernel->get(OwnLinks::class)->make($this->cards[$card]['parts']['contact']['email']);
		if ($links === []) {
			self::assertContains($this->cards[$card]['status'], ['draft', 'withdrawn'], 'who agreed has a page');
			return 0;
		}
		$this->kernel->resetLimits();
		$page = $this->readable("own/{$links[0]['token']}");
		$form = $this->readable("own/{$links[0]['token']}/card");
		foreach ($this->marks as $other => $parts) {
			foreach (array_diff_key($parts, array_flip(self::CODES)) as $part => $marks) {
				foreach (array_filter($marks, static fn (string $mark): bool => !str_starts_with($mark, 'theme-')) as $mark) {
					// As members see it; the form has the rest.
					$this->see($mark, $other === $card && in_array($this->cards[$card]['audience'][$part], ['members', 'public'], true), $page, "own page of card $card");
					if ($other !== $card) {
						$this->see($mark, false, $form, "form of card $card");
					}
				}
			}
			foreach ($this->agreements[$other]['how'] as $how) {
				$this->see($how, $other === $card, $page, "own page of card $card");
			}
		}
		foreach (self::GROUPS as $group) {
			$in = $this->isIn($card, $group);
			$this->see("Groupe $group", $in || $this->agreements[$card]['engaged'] === $group, $page, "own page of card $card");
			$this->see($this->meetings[$group]['title'], $in, $page, "own page of card $card");
			$this->see($this->meetings[$group]['agenda'], false, $page, "own page of card $card");
		}
		$this->checkTitles($page, fn (array $letter): bool => $this->opensByLink($card, $letter), "own page of card $card");
		return 1;
	}

	/** @param callable(array<string, mixed>): bool $may */
	private function checkTitles(string $text, callable $may, string $where): void {
		foreach ($this->letters as $letter) {
			$this->see($letter['title'], $may($letter), $text, $where);
		}
	}

	private function readable(string $path): string {
		$page = $this->kernel->request('GET', "/index.php/apps/reseau/$path", null);
		self::assertSame(200, $page->status, $path);
		return self::readableText($page->body);
	}

	/** @param array{readers: string, group: ?string, state: string, statutory: bool, old: bool, title: string, text: string} $letter */
	private function mayFind(string $viewer, array $letter): bool {
		if ($viewer === 'fanny') {
			return true;
		}
		$own = array_key_first(array_filter($this->cards, static fn (array $facts): bool => $facts['uid'] === $viewer));
		return $letter['state'] !== Letter::DRAFT && !$letter['statutory'] && ($letter['group'] === null || $this->isIn($own, $letter['group']));
	}

	/** @param array{readers: string, group: ?string, state: string, statutory: bool, old: bool, title: string, text: string} $letter */
	private function opensByLink(?int $card, array $letter): bool {
		return $letter['state'] !== Letter::DRAFT && !$letter['statutory'] && !$letter['old'] && match ($letter['readers']) {
			Segment::ALL => true,
			Segment::GROUP => $this->isMember($card) && $this->isIn($card, (string)$letter['group']),
			default => $this->isMember($card),
		};
	}

	private function isMember(?int $card): bool {
		return $card !== null && in_array($this->cards[$card]['status'], ['published', 'paused'], true);
	}

	private function isIn(?int $card, string $group): bool {
		return $card !== null && array_filter($this->memberships, static fn (array $row): bool => $row['group'] === $group && $row['card'] === $card && $row['active']) !== [];
	}

	private function see(string $mark, bool $may, string $text, string $where): void {
		$may ? $this->shown++ : $this->hidden++;
		self::assertSame($may, stripos($text, $mark) !== false, ($may ? 'no ' : '') . "$mark in the $where");
	}
}
