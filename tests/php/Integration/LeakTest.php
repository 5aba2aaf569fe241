<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Integration\DailyMailJob;
use OCA\Reseau\Integration\StillTrueJob;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Token\Invitation;
use OCA\Reseau\Member\Token\InvitationMapper;
use OCA\Reseau\Shared\LinkTokens;
use OCP\IUserManager;

/**
 * Random networks, every viewer, every surface, compared with the naive oracle: the answers to a viewer contain of each
 * card exactly what they may read. Every part of every card has a word that is nowhere else.
 */
class LeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 5;

	private int $triples = 0;

	public function testNoSurfaceRevealsMoreOrLessThanAllowed(): void {
		for ($seed = 1; $seed <= self::NETWORKS; $seed++) {
			$this->drawNetwork($seed, 13, 7);
			$this->checkImport('fanny', "network $seed");
			foreach ($this->viewers() as $viewer) {
				$this->checkKept($viewer, "network $seed");
				$this->checkHome($viewer, "network $seed");
				$this->checkHandouts($viewer, "network $seed");
				foreach ((array)array_rand($this->cards, 2) as $card) {
					$this->checkPage($viewer, $card, "network $seed");
				}
				foreach (array_keys($this->cards) as $card) {
					$this->checkCard($viewer, $card, "network $seed");
				}
			}
			foreach (array_keys(array_filter($this->cards, static fn (array $facts): bool => $facts['uid'] === null)) as $card) {
				$this->checkAnswerPage($card, "network $seed");
			}
		}
		self::assertGreaterThanOrEqual(10_000, $this->triples);
	}

	/** An import finds existing people only by a name shown to the viewer, and says whose address a row with another name shares only where the viewer may read the address. */
	private function checkImport(string $viewer, string $where): void {
		foreach ($this->cards as $card => $facts) {
			$parts = $facts['parts'];
			$checked = $this->data('POST', '/imports/check', $viewer, ['rows' => [
				['position' => 1, 'row' => ['name' => mb_strtoupper($parts['name'])]],
				['position' => 2, 'row' => ['name' => 'Personne', 'contact' => ['email' => mb_strtoupper($parts['contact']['email'])]]],
				['position' => 3, 'row' => ['name' => 'Personne', 'contact' => array_diff_key($parts['contact'], ['email' => 0])]],
			]])['rows'];
			$known = $this->oracle->knows($viewer, $card);
			$outcome = static fn (bool $may, string $why): array => $may ? [$why, $card] : ['', 0];
			self::assertSame(
				[
					$outcome($known, $facts['uid'] === null ? 'has_card' : 'has_account'),
					$outcome($known && $this->oracle->mayRead($viewer, $card, 'contact'), 'same_address'),
					['', 0],
				],
				array_map(static fn (array $row): array => [$row['why'] ?? '', $row['member'] ?? 0], $checked),
				"import of card $card by $viewer, $where",
			);
			$this->triples++;
		}
	}

	/** A saved search is on no page and in no answer for anyone else, facilitators and administrators included. */
	public function testASavedSearchIsPrivate(): void {
		$this->drawNetwork(1, 5, 3);
		$searches = [];
		foreach ($this->viewers() as $i => $viewer) {
			$mark = $this->word('search', $i);
			$kept = $this->data('POST', '/searches', $viewer, ['name' => "Nom $mark", 'q' => "Mots $mark", 'facet' => ['value' => [$mark]]], 201);
			$searches[$viewer] = [$kept['id'], $mark];
		}
		foreach (array_keys($searches) as $viewer) {
			$asked = [
				$this->data('GET', '/searches', $viewer),
				$this->data('GET', '/home', $viewer),
				html_entity_decode($this->kernel->request('GET', '/index.php/apps/reseau/', $viewer)->body),
				html_entity_decode($this->kernel->request('GET', '/index.php/apps/reseau/members', $viewer)->body),
			];
			foreach (array_keys($this->cards) as $card) {
				$asked[] = $this->ask('GET', "/members/$card/export", $viewer)->json();
			}
			$text = self::plain($asked);
			foreach ($searches as $keeper => [$id, $mark]) {
				self::assertSame($keeper === $viewer, str_contains($text, $mark), "search of $keeper for $viewer");
				if ($keeper !== $viewer) {
					$this->assertRefused(404, 'not_found', 'PUT', "/searches/$id", $viewer, ['name' => 'Autre']);
					$this->assertRefused(404, 'not_found', 'DELETE', "/searches/$id", $viewer);
					// The same search saved by another account is theirs, and shows nothing of this one.
					$same = $this->data('POST', '/searches', $viewer, ['name' => 'Même', 'q' => "Mots $mark", 'facet' => ['value' => [$mark]]], 201);
					$this->data('DELETE', "/searches/{$same['id']}", $viewer);
				}
			}
		}
	}

	/**
	 * A year later, for all cards at the same time: what the notifications and mails contain, for all people with a card to answer for and no one else. They hold
	 * no word of any card, and count the cards one keeps.
	 */
	public function testTheYearlyQuestionRevealsNothingOfOthers(): void {
		for ($seed = 1; $seed <= self::NETWORKS; $seed++) {
			$this->drawNetwork($seed, 13, 7);
			foreach (array_filter($this->viewers(), static fn (string $viewer): bool => $viewer !== 'cardless') as $viewer) {
				$this->kernel->get(IUserManager::class)->get($viewer)?->setEMailAddress("mail-$viewer@example.org");
			}
			$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 366 * 86400);
			$daily = $seed % 2 === 0;
			foreach ($daily ? [] : array_filter($this->viewers(), static fn (string $viewer): bool => $viewer !== 'cardless') as $viewer) {
				$this->data('PUT', '/notified', $viewer, ['kind' => 'still_true', 'timing' => 'now']);
			}
			$this->kernel->runJob(StillTrueJob::class);
			$this->kernel->clock->stopAt((int)strtotime('tomorrow noon', $this->kernel->clock->getTime()));
			$this->kernel->runJob(DailyMailJob::class);
			$mails = [];
			foreach ($this->kernel->mails() as $mail) {
				self::assertSame(['replyTo' => [], 'headers' => ['Auto-Submitted' => 'auto-generated'], 'inline' => []], array_diff_key($mail, array_flip(['date', 'to', 'subject', 'plain', 'html'])));
				$mails[key($mail['to'])][] = $mail;
			}
			foreach ($this->viewers() as $viewer) {
				$bell = $this->kernel->request('GET', '/ocs/v2.php/apps/notifications/api/v2/notifications', $viewer)->data();
				$theirs = $mails["mail-$viewer@example.org"] ?? [];
				$shown = array_filter($this->cards, static fn (array $card): bool => $card['status'] === 'published');
				$kept = count(array_filter(array_keys($shown), fn (int $card): bool => $shown[$card]['uid'] === null && $this->oracle->keeps($viewer, $card)));
				$own = in_array($viewer, array_column($shown, 'uid'), true);
				$questions = ($own ? 1 : 0) + ($kept > 0 ? 1 : 0);
				self::assertCount($daily && $viewer !== 'cardless' ? 0 : $questions, $bell, "bell of $viewer, network $seed");
				self::assertCount($daily && $viewer !== 'cardless' && $questions > 0 ? 1 : 0, $theirs, "mails to $viewer, network $seed");
				foreach (array_keys($this->cards) as $card) {
					$this->compare(self::plain([$bell, $theirs]), $card, static fn (): bool => false, "question to $viewer, network $seed");
				}
				if ($kept > 0) {
					self::assertStringContainsString("$kept fiche", self::plain([$bell, $theirs]));
				}
			}
		}
	}

	/** The cards one keeps, page by page. */
	private function checkKept(string $viewer, string $where): void {
		$text = '';
		$shown = [];
		$cursor = '';
		do {
			$page = $this->data('GET', '/members/kept', $viewer, ['cursor' => $cursor, 'limit' => 7]);
			$text .= self::plain($page);
			$shown = [...$shown, ...array_column($page['members'], 'id')];
			$cursor = $page['next'];
		} while ($cursor !== null);
		$kept = array_filter(array_keys($this->cards), fn (int $card): bool => $this->cards[$card]['uid'] === null && $this->oracle->keeps($viewer, $card));
		self::assertEqualsCanonicalizing($kept, $shown, "kept by $viewer, $where");
		self::assertSame(count($kept), $page['total'], "kept by $viewer, $where");
		foreach (array_keys($this->cards) as $card) {
			$this->compare($text, $card, static fn (): bool => in_array($card, $kept, true), "kept by $viewer, $where");
		}
	}

	/** Home, asked for and as it comes along in the page: of those who are new, only cards that are shown and what may be read. */
	private function checkHome(string $viewer, string $where): void {
		$home = $this->data('GET', '/home', $viewer);
		foreach ($home['newest'] as $summary) {
			self::assertSame('published', $this->cards[$summary['id']]['status'], "home of $viewer, $where");
		}
		$html = $this->kernel->request('GET', '/index.php/apps/reseau/', $viewer)->body;
		$first = self::state($html, 'first');
		// People without a card see the welcome page instead.
		$hasCard = in_array($viewer, array_column($this->cards, 'uid'), true);
		self::assertSame(['path' => '/'] + ($hasCard ? ['home' => $home] : []), $first, "home of $viewer, $where");
		$this->assertNothingHidden($viewer, [$home, html_entity_decode($html), self::readableText($html)], "home of $viewer, $where");
		$this->triples += count($this->cards);
	}

	/** Printed or exported, for all people found and all that can be named: shown cards, without what is for a keeper alone. */
	private function checkHandouts(string $viewer, string $where): void {
		$found = [];
		$cursor = '';
		do {
			$page = $this->data('GET', '/members/handouts', $viewer, ['cursor' => $cursor, 'limit' => 7]);
			$found = [...$found, ...$page['members']];
			$cursor = $page['next'];
		} while ($cursor !== null);
		$chosen = $this->data('GET', '/members/handouts', $viewer, ['ids' => [...array_keys($this->cards), 999_999]])['members'];
		foreach (['found' => $found, 'chosen' => $chosen] as $how => $cards) {
			$shown = array_keys(array_filter($this->cards, static fn (array $card): bool => $card['status'] === 'published'));
			self::assertEqualsCanonicalizing($shown, array_column($cards, 'id'), "$how by $viewer, $where");
			$text = self::plain($cards);
			foreach (array_keys($this->cards) as $card) {
				$this->compare($text, $card, fn (string $part): bool => in_array($card, $shown, true) && ($this->oracle->keeps($viewer, $card)
					? $this->oracle->previewShows('groups', $card, $part)
					: $this->oracle->mayRead($viewer, $card, $part)), "handouts $how by $viewer, $where");
			}
		}
	}

	/** What comes along in the page of a card. */
	private function checkPage(string $viewer, int $asked, string $where): void {
		$html = $this->kernel->request('GET', "/index.php/apps/reseau/members/$asked", $viewer)->body;
		$own = self::plain([self::state($html, 'me'), self::state($html, 'session')]);
		$first = self::state($html, 'first');
		self::assertSame($this->oracle->knows($viewer, $asked), isset($first['member']), "page of $asked for $viewer, $where");
		$this->assertNothingHidden($viewer, [html_entity_decode($html), self::readableText($html)], "page of $asked for $viewer, $where");
		foreach ($this->cards as $card => $facts) {
			$this->compare($own, $card, static fn (): bool => $facts['uid'] === $viewer, "own state for $viewer, $where");
			$this->compare(self::plain($first), $card, fn (string $part): bool => $card === $asked && $this->oracle->mayRead($viewer, $card, $part), "page of $asked for $viewer, $where");
		}
	}

	/** The card itself, its export, and its keeper's previews. */
	private function checkCard(string $viewer, int $card, string $where): void {
		$keeps = $this->oracle->keeps($viewer, $card);
		$status = match (true) {
			$keeps => 200,
			$this->oracle->knows($viewer, $card) => 403,
			default => 404,
		};
		$answer = $this->ask('GET', "/members/$card", $viewer);
		self::assertSame($status === 403 ? 200 : $status, $answer->status, "card $card for $viewer, $where");
		$this->compare(self::plain($answer->json()), $card, fn (string $part): bool => $this->oracle->mayRead($viewer, $card, $part), "card for $viewer, $where");

		$answer = $this->ask('GET', "/members/$card/export", $viewer);
		self::assertSame($status, $answer->status, "export of $card for $viewer, $where");
		$this->compare(self::plain($answer->json()), $card, static fn (string $part): bool => $keeps, "export for $viewer, $where");

		// A change from an old version is answered with the card as it is now, to its keeper only.
		$answer = $this->ask('PUT', "/members/$card", $viewer, ['version' => 0]);
		self::assertSame($keeps ? 409 : $status, $answer->status, "stale change of $card by $viewer, $where");
		$this->compare(self::plain($answer->json()), $card, static fn (string $part): bool => $keeps, "stale change by $viewer, $where");

		foreach (['visitor', 'member', 'groups'] as $as) {
			$answer = $this->ask('GET', "/members/$card/preview", $viewer, ['as' => $as]);
			self::assertSame($status, $answer->status, "preview of $card for $viewer, $where");
			$this->compare(self::plain($answer->json()), $card, fn (string $part): bool => $keeps && $this->oracle->previewShows($as, $card, $part), "preview as $as for $viewer, $where");
		}
	}

	/** Behind the link in the mail, without an account, and on the own page it leads to once they agreed: the card as every member would see it, in any status; nothing of others. */
	private function checkAnswerPage(int $card, string $where): void {
		$token = "token$card";
		$invitation = new Invitation();
		$invitation->setMemberId($card);
		$invitation->setTokenHash(LinkTokens::hash($token));
		$invitation->setAddressHash($this->kernel->get(Refusals::class)->hash($this->kernel->get(People::class)->byId($card)?->contactDetails()['email'] ?? ''));
		$invitation->setMadeAt(0);
		$this->kernel->get(InvitationMapper::class)->insert($invitation);
		$reply = $this->followed($this->kernel->request('GET', "/index.php/apps/reseau/consent/$token"));
		self::assertSame(200, $reply->status, "answer page of $card, $where");
		$html = html_entity_decode($reply->body);
		foreach ($this->marks as $other => $parts) {
			foreach ($parts as $part => $marks) {
				$may = $other === $card && $this->oracle->previewShows('member', $card, $part);
				foreach ($marks as $mark) {
					// The page says terms and places in words.
					$words = $part === 'territories'
						? self::places()["commune:{$this->cards[$other]['parts']['territories'][0]['code']}"][0]['name']
						: $this->labels[$mark] ?? $mark;
					// Other cards' places may lie in this one's.
					if ($part !== 'territories' || $other === $card) {
						self::assertSame($may, str_contains($html, $words), "$part of card $other on the answer page of $card, $where");
					}
				}
			}
			$this->triples++;
		}
	}

	/** @param callable(string): bool $may whether a part may be read */
	private function compare(string $text, int $card, callable $may, string $where): void {
		$this->triples++;
		foreach ($this->marks[$card] as $part => $marks) {
			foreach ($marks as $mark) {
				if (str_contains($text, $mark) !== $may($part)) {
					self::fail("$part of card $card ({$this->cards[$card]['audience'][$part]}, {$this->cards[$card]['status']}): "
						. ($may($part) ? 'missing from ' : 'leaked by ') . $where);
				}
			}
		}
		$this->addToAssertionCount(1);
	}
}
