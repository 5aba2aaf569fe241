<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\Shared\ImportReport;
use OCP\AppFramework\Db\TTransactional;
use OCP\IDBConnection;

/** Reads a vocabulary file. Adds and updates; never takes a word away, cards may use it. */
class VocabularyImport {
	use TTransactional;

	/** The lists of a vocabulary file. */
	public const KINDS = ['values', 'sectors', 'themes', 'publics', 'announcementKinds', 'resourceKinds', 'glossary'];

	public function __construct(
		private readonly IDBConnection $db,
		private readonly TermMapper $mapper,
	) {
	}

	/**
	 * @param array<string, mixed> $file lists by name; an entry has an `id` (in the glossary a `term`) and its labels
	 */
	public function import(array $file): ImportReport {
		$report = new ImportReport();
		$this->atomic(function () use ($file, $report): void {
			$known = [];
			foreach ($this->mapper->findKinds(self::KINDS) as $term) {
				$known[$term->getKind()][$term->getSlug()] = $term;
			}
			foreach (array_intersect_key($file, array_flip(self::KINDS)) as $kind => $entries) {
				foreach (is_array($entries) ? array_values($entries) : [] as $position => $entry) {
					$slug = is_array($entry) ? ($entry['id'] ?? $entry['term'] ?? null) : null;
					if (!is_string($slug) || $slug === '' || mb_strlen($slug) > 128) {
						$report->skipped("$kind[$position]", 'id_missing');
						continue;
					}
					$report->add("$kind: $slug", $this->store($known[$kind][$slug] ?? null, $kind, $slug, $position, $entry));
				}
			}
		}, $this->db);
		return $report;
	}

	/** @param array<string, mixed> $entry */
	private function store(?Term $term, string $kind, string $slug, int $position, array $entry): string {
		$made = $term === null;
		$term ??= new Term();
		$data = json_encode($entry, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
		if (!$made && $term->getData() === $data && $term->getPosition() === $position) {
			return ImportReport::UNCHANGED;
		}
		$term->setKind($kind);
		$term->setSlug($slug);
		$term->setPosition($position);
		$term->setData($data);
		$made ? $this->mapper->insert($term) : $this->mapper->update($term);
		return $made ? ImportReport::MADE : ImportReport::UPDATED;
	}
}
