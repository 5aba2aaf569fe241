<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Vocabulary\ResourceKinds;
use OCP\Files\Folder;

/** Where a person has the library, and what they can choose in it. */
class ReadLibrary {
	public function __construct(
		private readonly LibraryRoot $root,
		private readonly LibraryFiles $files,
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

	/** @return list<array{id: int, title: string, folderId: ?string, elsewhere: ?string}> the viewer's own */
	private function groups(Viewer $viewer): array {
		$own = $viewer->ownGroups();
		$folders = $viewer->groups === [] ? [] : array_intersect_key($this->groups->folders(), array_column($own, 'title', 'id'));
		$within = $this->files->within(array_values($folders));
		return array_map(fn (array $group): array => $group + [
			'folderId' => isset($folders[$group['id']]) ? (string)$folders[$group['id']] : null,
			'elsewhere' => isset($folders[$group['id']]) && !isset($within[$folders[$group['id']]]) ? $this->pathOf((string)$viewer->uid, $folders[$group['id']]) : null,
		], $own);
	}

	/** Where an account has a folder outside the library, such as a team's; null if it does not have it. */
	private function pathOf(string $uid, int $id): ?string {
		$node = $this->files->node($uid, $id);
		return $node instanceof Folder ? substr($node->getPath(), strlen("/$uid/files")) : null;
	}
}
