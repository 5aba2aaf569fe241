<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Group\GroupImport;
use OCA\Reseau\Integration\Link\LinkFile;
use OCA\Reseau\Member\Import\MemberImport;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\JsonFile;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Vocabulary\VocabularyImport;

/** Detects by its shape what a JSON file holds and passes it to the right domain. */
class ImportFile {
	public function __construct(
		private readonly MemberImport $members,
		private readonly GroupImport $groups,
		private readonly VocabularyImport $vocabulary,
		private readonly LinkFile $links,
	) {
	}

	/**
	 * @throws ReasonException broken_json with the `line` · unknown_format
	 */
	public function load(string $json): ImportReport {
		return $this->loadData(JsonFile::parse($json));
	}

	/**
	 * @param array<array-key, mixed> $data a list of members, of groups, of links, or the lists of a vocabulary
	 * @throws ReasonException unknown_format
	 */
	public function loadData(array $data): ImportReport {
		if (!array_is_list($data)) {
			return isset($data['values']) || isset($data['sectors'])
				? $this->vocabulary->import($data)
				: throw new ReasonException('unknown_format');
		}
		$first = is_array($data[0] ?? null) ? $data[0] : [];
		return match (true) {
			isset($first['memberships']) || isset($first['purpose']) => $this->groups->import($data),
			isset($first['relation']) => $this->links->import($data),
			isset($first['name']) => $this->members->import($data),
			default => throw new ReasonException('unknown_format'),
		};
	}
}
