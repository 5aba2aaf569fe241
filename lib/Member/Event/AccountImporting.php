<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Event;

use OCP\EventDispatcher\Event;

/**
 * An account imports its export, from this network or another: every domain takes what it can. Nothing is shown to others before its person chooses so,
 * and no one is made to agree to anything: the author of the file could have written anything into it.
 */
class AccountImporting extends Event {
	/** Entries of a section: no person writes more by hand. */
	private const MOST = 500;

	/** @var list<string> */
	private array $sentences = [];

	/** @var array<string, true> sections a domain has answered for */
	private array $known = [];

	/**
	 * @param int $memberId the account’s card; 0: it has none
	 * @param array<array-key, mixed> $data MemberExportSchema of src/member/export/model.ts, raw input
	 */
	public function __construct(
		public readonly string $uid,
		public readonly int $memberId,
		private readonly array $data,
	) {
		parent::__construct();
	}

	/** @return list<array<array-key, mixed>> rows of a section that this domain reads; rows of another shape are left out */
	public function take(string $section): array {
		$this->known[$section] = true;
		$rows = is_array($this->data[$section] ?? null) ? array_values(array_filter($this->data[$section], is_array(...))) : [];
		if (count($rows) > self::MOST) {
			$this->report("Left out: all after the first " . self::MOST . " of “{$section}”.");
		}
		return array_slice($rows, 0, self::MOST);
	}

	/**
	 * A section that is never imported.
	 *
	 * @param string $why a sentence, reported only if the file has any
	 * @param callable(mixed): bool|null $any whether it has, given the raw input; null: it is a list, or text
	 */
	public function leave(string $section, string $why, ?callable $any = null): void {
		$this->known[$section] = true;
		$value = $this->data[$section] ?? null;
		if ($any === null ? !in_array($value, [null, '', []], true) : $any($value)) {
			$this->report($why);
		}
	}

	/** @param string $sentence for the person who imports, in English like all commands */
	public function report(string $sentence): void {
		$this->sentences[] = $sentence;
	}

	/** @return list<string> what to report, ending with sections that no domain knows */
	public function sentences(): array {
		$unknown = array_diff(array_map(strval(...), array_keys($this->data)), array_keys($this->known));
		return $unknown === [] ? $this->sentences : [...$this->sentences, 'Left out, because this version does not know it: ' . implode(', ', array_map(static fn (string $name): string => mb_scrub(mb_substr($name, 0, 64)), $unknown)) . '.'];
	}
}
