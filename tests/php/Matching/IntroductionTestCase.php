<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Matching;

use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IUserManager;
use Sandbox\Service\Notifications;

/** Odile seeks what Linh and Jeanne, whose card Peire keeps, offer; Fanny and Zohra facilitate the network. */
abstract class IntroductionTestCase extends NetworkTestCase {
	protected const SHOWN = ['seeks' => 'members', 'offers' => 'members', 'trades' => 'members'];

	/** @var array<string, int> numbers of cards */
	protected array $cards = [];

	protected function setUp(): void {
		$this->kernel = self::emptyKernel();
		$this->load(['values' => [], 'themes' => [
			['id' => 'velo', 'fr' => 'Vélo', 'words' => ['vélo', 'bicyclette', 'cycle']],
			['id' => 'potager', 'fr' => 'Potager', 'words' => ['jardin', 'semis', 'légumes']],
		]]);
		foreach (['odile', 'linh', 'peire', 'fanny', 'zohra'] as $uid) {
			in_array($uid, ['fanny', 'zohra'], true) ? $this->facilitator($uid) : $this->account($uid);
			$this->kernel->get(IUserManager::class)->get($uid)?->setEMailAddress("$uid@example.org");
		}
		$offers = ['offers' => [self::item('Un atelier le samedi', 'velo')], 'trades' => ['mécanicien cycle'], 'audience' => self::SHOWN];
		$this->cards['odile'] = $this->card('odile', ['name' => 'Odile', 'seeks' => [self::item('Réparer vingt bicyclettes', 'velo')], 'audience' => self::SHOWN])['id'];
		$this->cards['linh'] = $this->card('linh', ['name' => 'Linh'] + $offers)['id'];
		$this->cards['peire'] = $this->card('peire', ['name' => 'Peire'])['id'];
		$this->cards['zohra'] = $this->card('zohra', ['name' => 'Zohra'])['id'];
		$this->cards['jeanne'] = $this->keptCard('peire', ['name' => 'Jeanne'] + $offers)['id'];
	}

	/** @return array{text: string, terms: list<string>} */
	protected static function item(string $text, string ...$terms): array {
		return ['text' => $text, 'terms' => array_values($terms)];
	}

	/** @return array<string, mixed> */
	protected function propose(string $uid, string $to, bool $mediated = false, int $status = 201): array {
		return $this->data('POST', "/matches/{$this->cards[$to]}/introduction", $uid, ['mediated' => $mediated], $status);
	}

	/** @return array<string, mixed> */
	protected function accept(string $uid, int $id, int $status = 200): array {
		return $this->data('POST', "/introductions/$id/accept", $uid, null, $status);
	}

	/** Both agreed to be introduced by a facilitator. */
	protected function agreed(string $uid = 'odile', string $other = 'linh'): int {
		$id = $this->propose($uid, $other, true)['id'];
		$this->accept($other === 'jeanne' ? 'peire' : $other, $id);
		return $id;
	}

	/** @return list<array<string, mixed>> */
	protected function seenBy(string $uid): array {
		return $this->data('GET', '/introductions', $uid)['introductions'];
	}

	/** @return list<array<string, mixed>> */
	protected function mediations(string $uid): array {
		return $this->data('GET', '/mediations', $uid)['mediations'];
	}

	/** @param array<string, mixed> $changes */
	protected function plan(string $uid, int $id, array $changes = [], int $status = 200): array {
		return $this->data('PUT', "/introductions/$id/mediation", $uid, $changes + ['place' => 'Café du marché, Limoux', 'day' => '2026-12-03', 'time' => '18:00'], $status);
	}

	/** @return list<string> subjects of the notifications of an account */
	protected function notified(string $uid): array {
		return array_values(array_map(static fn ($one): string => $one->parsedSubject, $this->kernel->get(Notifications::class)->of($uid, 'en')));
	}

	/** @return list<array<string, mixed>> mails to an account */
	protected function mailed(string $uid): array {
		return array_values(array_filter($this->kernel->mails(), static fn (array $mail): bool => isset($mail['to']["$uid@example.org"])));
	}

	protected function setStatus(string $uid, string $card, string $status): void {
		$version = $this->data('GET', "/members/{$this->cards[$card]}", $uid)['version'];
		$this->data('PUT', "/members/{$this->cards[$card]}/status", $uid, ['status' => $status, 'version' => $version]);
	}

	protected function later(int $days): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + $days * 86_400);
	}

	/** @return array<string, array<string, mixed>> what waits on Home, by kind */
	protected function awaits(string $uid): array {
		return array_column($this->data('GET', '/home', $uid)['awaits'], null, 'kind');
	}
}
