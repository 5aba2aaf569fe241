<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use JsonException;
use OCA\Reseau\Group\GroupImport;
use OCA\Reseau\Integration\Link\LinkFile;
use OCA\Reseau\Member\Import\MemberImport;
use OCA\Reseau\Notice\NoticeFile;
use OCA\Reseau\Settings\NetworkFile;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Vocabulary\VocabularyImport;

/** Detects by its shape what a JSON file holds and passes it to the right domain. */
class ImportFile {
	public function __construct(
		private readonly MemberImport $members,
		private readonly GroupImport $groups,
		private readonly VocabularyImport $vocabulary,
		private readonly LinkFile $links,
		private readonly NoticeFile $notices,
		private readonly NetworkFile $network,
	) {
	}

	/**
	 * @throws JsonException
	 * @throws ReasonException unknown_format
	 */
	public function load(string $json): ImportReport {
		// Some editors put a byte order mark in front, which json_decode() refuses.
		$json = str_starts_with($json, "\u{FEFF}") ? substr($json, 3) : $json;
		$data = json_decode($json, true, 64, JSON_THROW_ON_ERROR);
		return $this->loadData(is_array($data) ? $data : []);
	}

	/**
	 * @param array<array-key, mixed> $data a list of members, of groups, of notices, of links, the lists of a vocabulary, or what the network says of itself
	 * @throws ReasonException unknown_format
	 */
	public function loadData(array $data): ImportReport {
		if (!array_is_list($data)) {
			return match (true) {
				isset($data['values']) || isset($data['sectors']) => $this->vocabulary->import($data),
				isset($data['name']) || isset($data['welcome']) => $this->network->import($data),
				default => throw new ReasonException('unknown_format'),
			};
		}
		$first = is_array($data[0] ?? null) ? $data[0] : [];
		return match (true) {
			isset($first['memberships']) || isset($first['purpose']) => $this->groups->import($data),
			isset($first['author'], $first['kind']) => $this->notices->import($data),
			isset($first['relation']) => $this->links->import($data),
			isset($first['name']) => $this->members->import($data),
			default => throw new ReasonException('unknown_format'),
		};
	}
}
