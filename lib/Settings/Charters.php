<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;

/**
 * The network's charter. Changing its text creates a new version; each is kept, so that an acceptance refers to the text that was accepted.
 *
 * @psalm-type CharterText = array{version: int, date: string, text: string}
 */
class Charters {
	/** Longest text in characters, as CHARTER_LENGTH of src/settings/model.ts. */
	public const LENGTH = 50_000;

	public function __construct(
		private readonly CharterMapper $mapper,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return ?CharterText the version in force; null before the first one. Its text is empty if the charter was withdrawn. */
	public function current(): ?array {
		$newest = $this->mapper->findAll(1)[0] ?? null;
		return $newest === null ? null : self::present($newest);
	}

	/**
	 * @return CharterText
	 * @throws ReasonException not_found
	 */
	public function version(int $version): array {
		return self::present($this->mapper->findVersion($version) ?? throw ReasonException::notFound());
	}

	/** @return list<array{version: int, date: string}> the newest first */
	public function versions(): array {
		return array_map(static fn (Charter $charter): array => array_diff_key(self::present($charter), ['text' => '']), $this->mapper->findAll());
	}

	/**
	 * Creates a version, unless the text is unchanged.
	 *
	 * @param mixed $text raw input
	 * @param int $from the version it was changed from, 0 for the first
	 * @return ?CharterText the version in force, null if there is still none
	 * @throws ReasonException wrong_type · bad_text · too_long · stale_version with the `current` one
	 */
	public function write(mixed $text, int $from): ?array {
		$text = trim(Fields::text($text, 'text', self::LENGTH));
		$current = $this->current();
		if (($current['version'] ?? 0) !== $from) {
			throw ReasonException::stale(current: $current);
		}
		if ($text === ($current['text'] ?? '')) {
			return $current;
		}
		$charter = new Charter();
		$charter->setVersion($from + 1);
		$charter->setText($text);
		$charter->setCreatedAt($this->clock->getTime());
		try {
			return self::present($this->mapper->insert($charter));
		} catch (Exception $e) {
			// Another person created this version at the same moment.
			throw $e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION ? ReasonException::stale(current: $this->current()) : $e;
		}
	}

	/** @return CharterText */
	private static function present(Charter $charter): array {
		return ['version' => $charter->getVersion(), 'date' => gmdate('c', $charter->getCreatedAt()), 'text' => $charter->getText()];
	}
}
