<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** Conversations between people, and their messages. */
class Version000300Date20261128001000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();

		if (!$schema->hasTable('reseau_conversations')) {
			$table = $schema->createTable('reseau_conversations');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('about_type', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('about_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 16]);
			$table->addColumn('version', Types::INTEGER, ['notnull' => true]);
			// Number of the last message, by which lists are sorted.
			$table->addColumn('last_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('changed_at', Types::BIGINT, ['notnull' => true]);
			// Which of the two reported it.
			$table->addColumn('reported_by', Types::STRING, ['notnull' => false, 'length' => 8]);
			$table->setPrimaryKey(['id'], 'reseau_cnv_pk');
			$table->addIndex(['reported_by', 'last_id'], 'reseau_cnv_reported');
		}

		if (!$schema->hasTable('reseau_parties')) {
			$table = $schema->createTable('reseau_parties');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('conversation_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('side', Types::STRING, ['notnull' => true, 'length' => 8]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			// Number of the last message they have seen.
			$table->addColumn('read_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('muted', Types::BOOLEAN, ['notnull' => false]);
			// The link by which a person without an account answers: its hash, and the encrypted token for the next mail.
			$table->addColumn('token_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('token', Types::TEXT, ['notnull' => false]);
			// They want no more mails: their keeper gets the messages.
			$table->addColumn('unlinked', Types::BOOLEAN, ['notnull' => false]);
			$table->setPrimaryKey(['id'], 'reseau_pty_pk');
			$table->addUniqueIndex(['token_hash'], 'reseau_pty_token');
			$table->addUniqueIndex(['conversation_id', 'side'], 'reseau_pty_once');
			$table->addIndex(['member_id'], 'reseau_pty_member');
		}

		if (!$schema->hasTable('reseau_messages')) {
			$table = $schema->createTable('reseau_messages');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('conversation_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('side', Types::STRING, ['notnull' => true, 'length' => 8]);
			// Hash of the sender and of the key that their browser made for it.
			$table->addColumn('key_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('text', Types::TEXT, ['notnull' => true]);
			// The account that recorded it for a person without an account.
			$table->addColumn('by_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			// A note without text: how and on which day the keeper passed on the messages before it.
			$table->addColumn('carried_how', Types::STRING, ['notnull' => false, 'length' => 16]);
			$table->addColumn('carried_on', Types::STRING, ['notnull' => false, 'length' => 10]);
			$table->addColumn('delivery', Types::STRING, ['notnull' => true, 'length' => 16]);
			// When its mail and notification were last sent.
			$table->addColumn('tried_at', Types::BIGINT, ['notnull' => true]);
			$table->addColumn('sent_at', Types::BIGINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_msg_pk');
			$table->addUniqueIndex(['key_hash'], 'reseau_msg_key');
			$table->addIndex(['conversation_id'], 'reseau_msg_conversation');
			$table->addIndex(['by_uid'], 'reseau_msg_by');
		}

		return $schema;
	}
}
