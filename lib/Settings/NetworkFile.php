<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\ReasonException;

/** The network's name and welcome text as a file. A network that already has them keeps them. */
class NetworkFile {
	private const NAME = 'name';
	private const WELCOME = 'welcome';

	public function __construct(
		private readonly Network $network,
		private readonly NetworkTexts $texts,
	) {
	}

	/** @return array<string, string> without empty texts */
	public function export(): array {
		return array_filter([self::NAME => $this->network->ownName(), self::WELCOME => $this->network->welcome()], static fn (string $text): bool => $text !== '');
	}

	/** @param array<array-key, mixed> $file */
	public function import(array $file): ImportReport {
		$report = new ImportReport();
		$this->take($report, self::NAME, $file, NetworkSettings::LIMITS[self::NAME], $this->network->ownName(), $this->network->rename(...));
		$this->take($report, self::WELCOME, $file, NetworkTexts::LENGTHS[NetworkTexts::WELCOME], $this->network->welcome(), $this->welcome(...));
		return $report;
	}

	private function welcome(string $text): bool {
		try {
			$this->texts->replace(NetworkTexts::WELCOME, $text, '');
			return true;
		} catch (ReasonException) {
			return false;
		}
	}

	/**
	 * @param array<array-key, mixed> $file
	 * @param callable(string): (bool|void) $write false if a text exists now
	 */
	private function take(ImportReport $report, string $what, array $file, int $most, string $own, callable $write): void {
		try {
			$text = trim(Fields::text($file[$what] ?? '', $what, $most));
		} catch (ReasonException $e) {
			$report->skipped("network: $what", $e->reason);
			return;
		}
		if ($text === '') {
			return;
		}
		$made = $own === '' && $write($text) !== false;
		$report->add("network: $what", $made ? ImportReport::MADE : ImportReport::UNCHANGED);
	}
}
