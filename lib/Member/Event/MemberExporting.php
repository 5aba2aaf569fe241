<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Event;

use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;

/** A person exports their data: every domain adds what it holds about them, for programs and for people. */
class MemberExporting extends Event {
	/** @var array<string, array<array-key, mixed>> */
	private array $sections = [];

	/** @var list<array{string, callable(): list<array{text: string, about?: string}>}> */
	private array $readable = [];

	/**
	 * @param int $memberId 0: an account without a card
	 * @param Viewer $viewer who exports: the person, or the keeper of their card
	 * @param ?string $uid their account, if they have one
	 */
	public function __construct(
		public readonly int $memberId,
		public readonly Viewer $viewer,
		public readonly ?string $uid,
	) {
		parent::__construct();
	}

	/**
	 * @param array<array-key, mixed> $rows of MemberExportSchema in src/member/export/model.ts
	 * @param string $title of the section on the page
	 * @param callable(): list<array{text: string, about?: string}> $lines called only for the page; without any, the section is not on it
	 */
	public function add(string $section, array $rows, string $title, callable $lines): void {
		$this->sections[$section] = $rows;
		$this->readable[] = [$title, $lines];
	}

	/** @return array<string, array<array-key, mixed>> */
	public function sections(): array {
		return $this->sections;
	}

	/** @return list<array{title: string, lines: list<array{text: string, about?: string}>}> as templates/light.php prints them */
	public function readable(): array {
		$sections = array_map(static fn (array $one): array => ['title' => $one[0], 'lines' => $one[1]()], $this->readable);
		return array_values(array_filter($sections, static fn (array $section): bool => $section['lines'] !== []));
	}

	/**
	 * Joins facts about something, without empty ones.
	 *
	 * @param array<string|null> $facts in one line
	 */
	public static function line(array $facts, string ...$texts): string {
		$line = implode(' · ', array_filter(array_map(strval(...), $facts), static fn (string $fact): bool => $fact !== ''));
		return implode("\n", array_filter([$line, ...$texts], static fn (string $text): bool => $text !== ''));
	}
}
