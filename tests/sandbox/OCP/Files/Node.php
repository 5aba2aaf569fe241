<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Files;

interface Node extends FileInfo {
	public function getId();
	public function getName();
	public function getPath();
	public function getSize($includeMounts = true);
	public function getMTime();
	public function getEtag();
	public function isReadable();
	public function isUpdateable();
	public function delete();
	public function move($targetPath);
}
