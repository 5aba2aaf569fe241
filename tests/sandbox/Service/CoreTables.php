<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use Closure;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** The sandbox's own tables: what Nextcloud keeps in its own. */
class CoreTables extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options) {
		$schema = $schemaClosure();
		$tables = [
			'users' => [['uid'], ['uid' => 64, 'displayname' => 255, 'password' => 255, 'enabled' => Types::INTEGER]],
			'groups' => [['gid'], ['gid' => 64, 'displayname' => 255]],
			'group_user' => [['gid', 'uid'], ['gid' => 64, 'uid' => 64]],
			'appconfig' => [['appid', 'configkey'], ['appid' => 32, 'configkey' => 64, 'configvalue' => Types::TEXT]],
			'preferences' => [['userid', 'appid', 'configkey'], ['userid' => 64, 'appid' => 32, 'configkey' => 64, 'configvalue' => Types::TEXT]],
			'migrations' => [['app', 'version'], ['app' => 64, 'version' => 128]],
			'sandbox_sessions' => [['id'], ['id' => 64, 'uid' => 64, 'token' => 64]],
			'sandbox_notifications' => [['id'], ['id' => Types::BIGINT, 'app' => 32, 'uid' => 64, 'time' => Types::BIGINT, 'object_type' => 64, 'object_id' => 64, 'subject' => 64]],
			'sandbox_activities' => [['id'], ['id' => Types::BIGINT, 'uid' => 64, 'data' => Types::TEXT]],
			'sandbox_jobs' => [['id'], ['id' => Types::BIGINT, 'class' => 255, 'argument' => Types::TEXT]],
			'sandbox_things' => [['id'], ['id' => Types::BIGINT, 'kind' => 32, 'parent' => 64, 'data' => Types::TEXT]],
			'sandbox_files' => [['id'], ['id' => Types::BIGINT, 'storage' => 64, 'path' => Types::TEXT, 'hash' => 32, 'trashed' => Types::TEXT, 'trashed_by' => 64,
				'folder' => Types::INTEGER, 'body' => Types::TEXT, 'size' => Types::BIGINT, 'changed' => Types::BIGINT]],
			'sandbox_attempts' => [['id'], ['id' => Types::BIGINT, 'what' => 255, 'expires' => Types::BIGINT]],
		];
		foreach ($tables as $name => [$key, $columns]) {
			$table = $schema->createTable($name);
			foreach ($columns as $column => $type) {
				is_int($type)
					? $table->addColumn($column, Types::STRING, ['length' => $type])
					: $table->addColumn($column, $type, ['autoincrement' => $column === 'id']);
			}
			$table->setPrimaryKey($key);
		}
		$schema->getTable('sandbox_things')->addIndex(['kind', 'parent'], 'sandbox_thing_kind');
		$schema->getTable('sandbox_files')->addIndex(['storage', 'hash'], 'sandbox_file_path');
		$schema->getTable('sandbox_files')->addIndex(['trashed_by'], 'sandbox_file_bin');
		$schema->getTable('sandbox_attempts')->addIndex(['what', 'expires'], 'sandbox_att_what');
		return $schema;
	}
}
