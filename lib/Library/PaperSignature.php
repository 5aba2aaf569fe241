<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;

/** Input about a signature given on paper. */
final class PaperSignature {
	/** No paper is older than this. */
	private const FIRST = '1900-01-01';

	private function __construct(
		public readonly string $name,
		public readonly string $day,
		public readonly string $how,
	) {
	}

	/**
	 * @param array<array-key, mixed> $input raw input
	 * @param string $last YYYY-MM-DD: the next day may have begun in the person's time zone
	 * @throws ReasonException wrong_type · too_long · bad_text · name_missing · how_missing · bad_day
	 */
	public static function read(array $input, string $last): self {
		$name = Fields::line($input['name'] ?? '', 'name', SheetRules::LIMITS['signerName']);
		$how = trim(Fields::text($input['how'] ?? '', 'how', SheetRules::LIMITS['how']));
		$day = Input::date($input['day'] ?? null);
		return match (true) {
			$name === '' => throw new ReasonException('name_missing', details: ['field' => 'name']),
			$how === '' => throw new ReasonException('how_missing', details: ['field' => 'how']),
			$day === null, $day < self::FIRST, $day > $last => throw new ReasonException('bad_day', details: ['field' => 'day']),
			default => new self($name, $day, $how),
		};
	}

	/** An equal hash if the same input is sent twice. */
	public function hash(): string {
		return hash('sha256', "paper\n$this->name\n$this->day\n$this->how");
	}
}
