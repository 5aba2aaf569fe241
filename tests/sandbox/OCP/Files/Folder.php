<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Files;

interface Folder extends Node {
	public function getDirectoryListing();
	public function get($path);
	public function search($query);
	public function newFolder($path);
	public function newFile($path, $content = null);
	public function getById($id);
	public function getFirstNodeById(int $id): ?Node;
	public function isCreatable();
	public function getRecent($limit, $offset = 0);
}
