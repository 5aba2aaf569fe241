<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Settings\ResourceKinds;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReaderLanguage;

/** Where somebody has the library, and what there is to choose from in it. */
class ReadLibrary {
	public function __construct(
		private readonly LibraryRoot $root,
		private readonly ResourceKinds $kinds,
		private readonly Groups $groups,
		private readonly ReaderLanguage $language,
	) {
	}

	/** @return array<string, mixed> LibrarySchema of src/library/model.ts */
	public function present(Viewer $viewer): array {
		$library = $this->root->of((string)$viewer->uid);
		$folder = $library->folder;
		return [
			'state' => $library->state,
			'root' => $folder === null ? null : [
				'id' => (string)$folder->getId(),
				'path' => substr($folder->getPath(), strlen("/$viewer->uid/files")),
				'name' => $folder->getName(),
				'team' => $library->team,
				'can' => ['write' => $folder->isCreatable()],
			],
			'kinds' => $this->kinds->offered($this->language->code()),
			'groups' => $this->groups($viewer),
			'can' => ['deposit' => $viewer->facilitator],
		];
	}

	/** @return list<array{id: int, title: string, folderId: ?string}> the viewer's own */
	private function groups(Viewer $viewer): array {
		$folders = $viewer->groups === [] ? [] : $this->groups->folders();
		return array_map(static fn (array $group): array => $group + [
			'folderId' => isset($folders[$group['id']]) ? (string)$folders[$group['id']] : null,
		], $viewer->ownGroups());
	}
}
