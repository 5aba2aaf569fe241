<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Notifications;

/** Random networks, every viewer: introductions, their reasons, notifications and conversations say nothing of what the viewer may not read. */
#[Group('databases')]
class IntroductionLeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 3;

	public function testNothingHiddenIsShown(): void {
		$elsewhere = getenv('RESEAU_DSN') !== false;
		$reasons = $agreed = 0;
		for ($seed = 61; $seed < 61 + ($elsewhere ? 1 : self::NETWORKS); $seed++) {
			$this->drawNetwork($seed, 10, 4);
			$this->giveWords();
			$rows = $this->introduce();
			foreach ($this->viewers() as $viewer) {
				$seen = $this->data('GET', '/introductions', $viewer)['introductions'];
				foreach ($seen as $one) {
					['from' => $from, 'to' => $to, 'agreed' => $both] = $rows[$one['id']];
					self::assertTrue($this->oracle->keeps($viewer, $from) || $this->oracle->keeps($viewer, $to), "{$one['id']} to $viewer, $seed");
					self::assertSame($both ? 'agreed' : 'proposed', $one['state']);
					$other = $this->oracle->keeps($viewer, $from) ? $to : $from;
					self::assertSame($this->oracle->knows($viewer, $other), $one['with'] !== null, "card $other to $viewer, $seed");
					$reasons += count($one['reasons']);
					$agreed += $both ? 1 : 0;
					$talk = $one['conversation'] === null ? [] : $this->data('GET', "/conversations/{$one['conversation']}", $viewer);
					$this->assertNothingHidden($viewer, $talk, "the conversation of {$one['id']} to $viewer, $seed");
				}
				$this->assertNothingHidden($viewer, $seen, "the introductions of $viewer, $seed");
				$notified = array_map(static fn ($one): array => [$one->parsedSubject, $one->parsedMessage], $this->kernel->get(Notifications::class)->of($viewer, 'fr'));
				$this->assertNothingHidden($viewer, $notified, "the notifications of $viewer, $seed");
			}
			$mediations = $this->data('GET', '/mediations', 'fanny')['mediations'];
			self::assertEqualsCanonicalizing(array_keys(array_filter($rows, static fn (array $row): bool => $row['agreed'] && $row['mediated'])), array_column($mediations, 'id'));
			$this->assertNothingHidden('fanny', $mediations, "the mediations, $seed");
		}
		self::assertGreaterThan(10, $reasons);
		self::assertGreaterThan(10, $agreed);
	}

	/**
	 * Everyone proposes it to some people they see; two in three agree.
	 *
	 * @return array<int, array{from: int, to: int, mediated: bool, agreed: bool}> by number
	 */
	private function introduce(): array {
		$rows = [];
		foreach ($this->cards as $from => $card) {
			$known = array_filter(array_keys($this->cards), fn (int $id): bool => $card['uid'] !== null && $card['status'] === 'published' && $id !== $from
				&& $this->oracle->knows($card['uid'], $id) && !$this->oracle->keeps($card['uid'], $id));
			foreach (array_slice(array_values($known), $from % 3, 3) as $n => $to) {
				$mediated = ($from + $n) % 2 === 0;
				$made = $this->data('POST', "/matches/$to/introduction", $card['uid'], ['mediated' => $mediated], 201);
				if ($made['mine'] && $made['state'] === 'proposed') {
					$accepts = ($from + $n) % 3 !== 0;
					$rows[$made['id']] = ['from' => $from, 'to' => $to, 'mediated' => $mediated, 'agreed' => $accepts];
					$accepts && $this->data('POST', "/introductions/{$made['id']}/accept", $this->keeperOf($to));
				} elseif (!$made['mine']) {
					// The other had proposed it.
					$rows[$made['id']] = ['mediated' => $made['mediated'], 'agreed' => true] + $rows[$made['id']];
				}
			}
		}
		return $rows;
	}
}
