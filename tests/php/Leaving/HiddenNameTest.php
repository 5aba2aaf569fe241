<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Leaving;

use OCA\Reseau\Tests\Endpoints\Endpoint;
use OCA\Reseau\Tests\Endpoints\Examples;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\DataProvider;
use Random\Engine\Mt19937;
use Random\Randomizer;
use Sandbox\Service\Activities;

/** The card of a person who did whatever there is to do is hidden: no endpoint, page, notification or activity gives its name to anyone else any more. */
class HiddenNameTest extends LivedTestCase {
	/** Facilitators of the network and of groups, members with and without a card, and people who have the links of mails. */
	private const VIEWERS = ['crowd01', 'crowd02', 'linh', 'noe', 'odile', 'nobody-yet', null];

	/** @return iterable<string, array{string}> */
	public static function ways(): iterable {
		yield from ['paused' => ['paused'], 'withdrawn' => ['withdrawn'], 'disabled' => ['disabled']];
	}

	#[DataProvider('ways')]
	public function testTheNameOfAHiddenCardIsGivenToNobody(string $way): void {
		$this->live(new Randomizer(new Mt19937(1)), 'Compte Sans Nom');
		$card = $this->data('GET', '/members/me', self::UID);
		self::assertGreaterThan(20, count($this->places($card['id'])), 'it is given in many places before');
		$way === 'disabled'
			? $this->kernel->get(IUserManager::class)->get(self::UID)->setEnabled(false)
			: $this->data('PUT', "/members/{$card['id']}/status", self::UID, ['status' => $way, 'version' => $card['version']]);
		self::assertSame([], $this->places($card['id']));
		self::assertSame([], $this->answers(['linh' => $card['id'], 'mine' => $card['id'], 'id' => $card['id']] + $this->things));
	}

	/**
	 * @param array<string, int|string> $about
	 * @return list<string> what answers with the name when another facilitator does it
	 */
	private function answers(array $about): array {
		$names = [];
		foreach ([new Examples($this->things), new Examples($about)] as $examples) {
			foreach ($this->endpoints() as $endpoint) {
				$example = $endpoint->isPage() || !$endpoint->writes() ? null : $examples->of($endpoint);
				if ($example !== null && self::names($this->kernel->request($endpoint->method, $examples->path($endpoint), self::person(1), $example['body'] ?? null)->body)) {
					$names[] = $endpoint->name;
				}
			}
		}
		return $names;
	}

	private static function names(string $answer): bool {
		return str_contains($answer, 'nom ' . ucfirst(self::MARK));
	}

	/** @return list<string> where a viewer finds the name */
	private function places(int $card): array {
		$this->kernel->runQueued();
		$this->kernel->resetLimits();
		$asks = [];
		foreach ($this->endpoints() as $endpoint) {
			foreach ($endpoint->writes() ? [] : $this->paths($endpoint, $card) as $path) {
				$asks["$endpoint->name $path"] = fn (?string $uid): string => $this->kernel->request('GET', $path, $uid)->body;
			}
		}
		$asks['notifications'] = fn (?string $uid): string => $this->kernel->request('GET', '/ocs/v2.php/apps/notifications/api/v2/notifications', $uid)->body;
		$asks['activities'] = fn (?string $uid): string => json_encode($this->kernel->get(Activities::class)->of((string)$uid, 'fr'), JSON_THROW_ON_ERROR);
		$places = [];
		foreach ($asks as $name => $ask) {
			foreach (self::VIEWERS as $uid) {
				if (self::names($ask($uid))) {
					$places[] = ($uid ?? 'a visitor') . " at $name";
				}
			}
		}
		return $places;
	}

	/** @return list<string> about the person, and about what there is for examples */
	private function paths(Endpoint $endpoint, int $card): array {
		return array_values(array_unique(array_map(
			static fn (array $things): string => (new Examples($things))->path($endpoint),
			[$this->things, ['kept' => $card, 'id' => $card] + $this->things],
		)));
	}
}
