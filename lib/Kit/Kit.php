<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Kit;

use JsonException;
use OCA\Reseau\Board\ModelRules;
use OCA\Reseau\Board\Models;
use OCA\Reseau\Settings\Charters;
use OCA\Reseau\Settings\NetworkTexts;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCA\Reseau\Vocabulary\VocabularyImport;

/**
 * What another network can start from, as one file: words, texts, board templates and folder names, and no person. Taking one in adds what is missing.
 * What a network has stays, unless it is asked to be replaced; a word that is there always stays.
 *
 * @psalm-type KitFile = array<string, mixed>
 */
class Kit {
	public const VERSION = 1;
	/** Of the file, in characters; as KIT_LENGTH of src/settings/model.ts. */
	public const LENGTH = 1_000_000;
	/** Parts of which there is one: another one replaces it only when asked to. */
	public const REPLACEABLE = [...self::TEXTS, 'charter', 'boardModels'];

	private const TEXTS = [NetworkTexts::WELCOME, NetworkTexts::LETTER_OPENING, NetworkTexts::LETTER_CLOSING];
	private const FORMAT = 'reseau-kit';
	private const DEPTH = 32;

	public function __construct(
		private readonly NetworkTexts $texts,
		private readonly Charters $charters,
		private readonly Models $models,
		private readonly Vocabulary $vocabulary,
		private readonly VocabularyImport $words,
		private readonly KitFolders $folders,
	) {
	}

	/**
	 * @param ?string $uid in whose Files the folders of the library are; null: without them
	 * @return string JSON, without what the network has none of
	 */
	public function export(?string $uid): string {
		$kit = array_filter($this->ownTexts() + [
			'charter' => $this->charters->current()['text'] ?? '',
			'vocabulary' => $this->vocabulary->exportOffered(),
			'boardModels' => $this->models->current()['models'] ?? [],
			'folders' => $uid === null ? [] : $this->folders->export($uid),
		], static fn (string|array $part): bool => $part !== '' && $part !== []);
		return json_encode(['format' => self::FORMAT, 'version' => self::VERSION] + $kit, JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES) . "\n";
	}

	/** Whether the network has nothing that a kit brings, beside the relations every network begins with. */
	public function isEmpty(): bool {
		return array_filter($this->ownTexts(), static fn (string $text): bool => $text !== '') === []
			&& ($this->charters->current()['text'] ?? '') === ''
			&& $this->models->current()['models'] === null
			&& array_diff_key($this->vocabulary->exportOffered(), [Vocabulary::RELATIONS => []]) === [];
	}

	/**
	 * @return KitFile
	 * @throws ReasonException too_long · not_a_kit · newer_file
	 */
	public static function read(string $text): array {
		if (mb_strlen($text) > self::LENGTH) {
			throw new ReasonException('too_long', details: ['field' => 'text', 'max' => self::LENGTH]);
		}
		try {
			$kit = json_decode(preg_replace('/^\x{FEFF}/u', '', $text) ?? '', true, self::DEPTH, JSON_THROW_ON_ERROR);
		} catch (JsonException) {
			$kit = null;
		}
		if (!is_array($kit) || ($kit['format'] ?? null) !== self::FORMAT || !is_int($kit['version'] ?? null) || $kit['version'] < 1) {
			throw ReasonException::at('not_a_kit', 'text');
		}
		return $kit['version'] > self::VERSION ? throw ReasonException::at('newer_file', 'text') : $kit;
	}

	/**
	 * @param KitFile $kit
	 * @param ?string $uid in whose Files folders are made
	 * @param list<string> $replace of REPLACEABLE: those that are written also where the network has others
	 * @param bool $dry write nothing, only say what would become of each thing
	 */
	public function take(array $kit, ?string $uid, array $replace = [], bool $dry = false): ImportReport {
		$report = new ImportReport();
		foreach ($this->ownTexts() as $which => $own) {
			$this->text($report, $which, $kit, NetworkTexts::LENGTHS[$which], $own, in_array($which, $replace, true), $dry, fn (string $text) => $this->texts->replace($which, $text, $own));
		}
		$charter = $this->charters->current();
		$this->text($report, 'charter', $kit, Charters::LENGTH, $charter['text'] ?? '', in_array('charter', $replace, true), $dry, fn (string $text) => $this->charters->write($text, $charter['version'] ?? 0));
		$this->words->add(is_array($kit['vocabulary'] ?? null) ? $kit['vocabulary'] : [], $report, $dry);
		$this->boardModels($report, $kit['boardModels'] ?? [], in_array('boardModels', $replace, true), $dry);
		$this->folders->take($report, $kit['folders'] ?? [], $uid, $dry);
		return $report;
	}

	/**
	 * The folders of a kit that was added before, as far as the library lacks them and the account can create them: perhaps there was no library then,
	 * or they were deleted since. Nothing is stored of what was added: a network that has most words of a kit has added it.
	 *
	 * @param KitFile $kit
	 * @return list<string> paths below the library
	 */
	public function missingFolders(array $kit, string $uid): array {
		$words = new ImportReport();
		$this->words->add(is_array($kit['vocabulary'] ?? null) ? $kit['vocabulary'] : [], $words, true);
		if (array_sum($words->counts()) <= 2 * $words->counts()[ImportReport::MADE]) {
			return [];
		}
		$folders = new ImportReport();
		$this->folders->take($folders, $kit['folders'] ?? [], $uid, true);
		$missing = array_filter($folders->rows(), static fn (array $row): bool => $row['outcome'] === ImportReport::MADE);
		return array_map(static fn (array $row): string => explode(': ', $row['row'], 2)[1], array_values($missing));
	}

	/** @return array<string, string> */
	private function ownTexts(): array {
		return array_combine(self::TEXTS, array_map($this->texts->text(...), self::TEXTS));
	}

	/**
	 * @param KitFile $kit
	 * @param callable(string): mixed $write
	 */
	private function text(ImportReport $report, string $part, array $kit, int $most, string $own, bool $replace, bool $dry, callable $write): void {
		try {
			$text = trim(Fields::text($kit[$part] ?? '', $part, $most));
			if ($text === '') {
				return;
			}
			if ($text !== $own && $own !== '' && !$replace) {
				$report->skipped($part, 'different');
				return;
			}
			if ($text !== $own && !$dry) {
				$write($text);
			}
			$report->add($part, self::outcome($text === $own, $own === ''));
		} catch (ReasonException $e) {
			$report->skipped($part, $e->reason);
		}
	}

	/** Those of a network that has none of its own are the initial ones, which a kit replaces. */
	private function boardModels(ImportReport $report, mixed $input, bool $replace, bool $dry): void {
		$current = $this->models->current();
		$own = array_column($current['models'] ?? [], null, 'slug');
		$all = $own;
		$planned = new ImportReport();
		try {
			foreach (ModelRules::check($input) as $model) {
				$there = $own[$model['slug']] ?? null;
				if ($there !== null && $there !== $model && !$replace) {
					$planned->skipped("boardModels: {$model['title']}", 'different');
					continue;
				}
				$planned->add("boardModels: {$model['title']}", self::outcome($there === $model, $there === null));
				$all[$model['slug']] = $model;
			}
			// There may be too many of them together.
			$all = ModelRules::check(array_values($all));
			if (!$dry && $all !== array_values($own)) {
				$this->models->store($all, $current['version']);
			}
		} catch (ReasonException $e) {
			$report->skipped('boardModels', trim($e->reason . ' ' . (string)($e->details['field'] ?? '')));
			return;
		}
		foreach ($planned->rows() as $row) {
			$report->add($row['row'], $row['outcome'], $row['why']);
		}
	}

	private static function outcome(bool $same, bool $new): string {
		return match (true) {
			$same => ImportReport::UNCHANGED,
			$new => ImportReport::MADE,
			default => ImportReport::UPDATED,
		};
	}
}
