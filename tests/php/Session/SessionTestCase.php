<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Session;

use OCA\Reseau\Tests\NetworkTestCase;
use Sandbox\Service\Notifications;

/** Fanny and Zohra facilitate the network and run a session; Odile has an account, Peire keeps the card of Jeanne, Fanny that of Ida. */
abstract class SessionTestCase extends NetworkTestCase {
	/** @var array<string, int> numbers of cards */
	protected array $cards = [];

	protected int $session;

	private int $keys = 0;

	protected function setUp(): void {
		$this->kernel = self::emptyKernel();
		$this->load(['values' => [], 'themes' => [
			['id' => 'velo', 'fr' => 'Vélo', 'words' => ['vélo', 'bicyclette', 'cycle']],
			['id' => 'potager', 'fr' => 'Potager', 'words' => ['jardin', 'semis', 'légumes']],
		]]);
		foreach (['odile', 'linh', 'peire', 'fanny', 'zohra'] as $uid) {
			in_array($uid, ['fanny', 'zohra'], true) ? $this->facilitator($uid) : $this->account($uid);
			$this->cards[$uid] = $this->card($uid, ['name' => ucfirst($uid) . ' Marcenac'])['id'];
		}
		$this->cards['jeanne'] = $this->keptCard('peire', ['name' => 'Jeanne Bru'])['id'];
		$this->cards['ida'] = $this->keptCard('fanny', ['name' => 'Ida Roux'])['id'];
		$this->session = $this->begin();
	}

	protected function key(): string {
		return sprintf('key-%08d', $this->keys++);
	}

	protected function begin(string $uid = 'fanny', string $title = 'À la mairie'): int {
		return $this->data('POST', '/sessions', $uid, ['title' => $title, 'place' => 'Limoux', 'day' => '2026-11-24', 'key' => $this->key()], 201)['id'];
	}

	/**
	 * What a person says: by the name of their card here, or a name of their own.
	 *
	 * @param array<string, mixed> $more
	 * @return int number of the row
	 */
	protected function say(string $who, string $kind, string $text, array $more = [], string $uid = 'fanny'): int {
		$person = isset($this->cards[$who]) ? ['member' => $this->cards[$who]] : ['name' => $who];
		return $this->data('POST', "/sessions/$this->session/rows", $uid, $person + $more + ['kind' => $kind, 'text' => $text, 'key' => $this->key()], 201)['row'];
	}

	/** @return array<string, mixed> */
	protected function room(string $uid = 'fanny'): array {
		return $this->data('GET', "/sessions/$this->session", $uid);
	}

	/** @return array<string, array<string, mixed>> people of the session by name */
	protected function people(string $uid = 'fanny'): array {
		return array_column($this->room($uid)['people'], null, 'name');
	}

	/**
	 * @param list<array{int, int}> $pairs
	 * @return array<string, mixed>
	 */
	protected function end(string $uid = 'fanny', array $pairs = []): array {
		return $this->data('POST', "/sessions/$this->session/ending", $uid, ['version' => $this->room($uid)['version'], 'pairs' => $pairs]);
	}

	/** @return array<string, mixed> */
	protected function said(string $uid): array {
		return $this->data('GET', '/said', $uid);
	}

	/** @return list<string> titles of the notices a person finds */
	protected function found(string $uid): array {
		$titles = array_column($this->data('GET', '/notices', $uid)['notices'], 'title');
		sort($titles);
		return $titles;
	}

	/** @return list<string> subjects of the notifications of an account */
	protected function notified(string $uid): array {
		return array_values(array_map(static fn ($one): string => $one->parsedSubject, $this->kernel->get(Notifications::class)->of($uid, 'en')));
	}

	protected function later(int $days): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + $days * 86_400);
	}

	protected function setStatus(string $uid, string $card, string $status): void {
		$version = $this->data('GET', "/members/{$this->cards[$card]}", $uid)['version'];
		$this->data('PUT', "/members/{$this->cards[$card]}/status", $uid, ['status' => $status, 'version' => $version]);
	}
}
