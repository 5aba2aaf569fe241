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

/** The subscribers of the letter, the record of consents of people without a card, the links to the pages of people without an account, and when keepers reached people who cannot be reached by mail. */
class Version000300Date20261129002000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();

		if (!$schema->hasTable('reseau_subscribers')) {
			$table = $schema->createTable('reseau_subscribers');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			// One of three: an account, a card kept for a person without one, an address alone.
			$table->addColumn('uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$table->addColumn('address_key', Types::STRING, ['notnull' => false, 'length' => 64]);
			// Encrypted; of an address alone, until some days after it left.
			$table->addColumn('address', Types::TEXT, ['notnull' => false]);
			// Keyed hash of the address at which they were last known to be reached: equal for two rows of one mailbox.
			$table->addColumn('address_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('name', Types::STRING, ['notnull' => false, 'length' => 255]);
			$table->addColumn('sort_name', Types::STRING, ['notnull' => false, 'length' => 255]);
			// Their latest choice about the letter, why they get it, and when they made it.
			$table->addColumn('state', Types::STRING, ['notnull' => false, 'length' => 8]);
			$table->addColumn('why', Types::STRING, ['notnull' => false, 'length' => 16]);
			$table->addColumn('said_on', Types::STRING, ['notnull' => false, 'length' => 10]);
			$table->addColumn('manner', Types::TEXT, ['notnull' => false]);
			$table->addColumn('said_at', Types::BIGINT, ['notnull' => false]);
			// The link in their mails, by which they also confirm.
			$table->addColumn('token_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('token', Types::TEXT, ['notnull' => false]);
			// Until when the question whether they want the letter can be answered; null: it was not asked.
			$table->addColumn('asked_until', Types::BIGINT, ['notnull' => false]);
			// The last mail to it that anyone may ask for, and how many were sent on that day.
			$table->addColumn('mailed_at', Types::BIGINT, ['notnull' => false]);
			$table->addColumn('mails', Types::INTEGER, ['notnull' => false]);
			// The mail server refused the address with this hash.
			$table->addColumn('refused_hash', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->setPrimaryKey(['id'], 'reseau_sub_pk');
			$table->addUniqueIndex(['uid'], 'reseau_sub_uid');
			$table->addUniqueIndex(['member_id'], 'reseau_sub_member');
			$table->addUniqueIndex(['address_key'], 'reseau_sub_key');
			$table->addUniqueIndex(['token_hash'], 'reseau_sub_token');
			$table->addIndex(['asked_until'], 'reseau_sub_asked');
			$table->addIndex(['mailed_at'], 'reseau_sub_mailed');
			$table->addIndex(['address_hash'], 'reseau_sub_address');
			$table->addIndex(['state', 'id'], 'reseau_sub_state');
			$table->addIndex(['sort_name', 'id'], 'reseau_sub_name');
		}

		if (!$schema->hasTable('reseau_own_links')) {
			$table = $schema->createTable('reseau_own_links');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('token_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			// The person whose page it opens: the person of a card without an account, or a subscriber without a card.
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$table->addColumn('subscriber_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			// A hash of the token and the address it was sent to.
			$table->addColumn('address_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('expires_at', Types::BIGINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_own_pk');
			$table->addUniqueIndex(['token_hash'], 'reseau_own_token');
			$table->addIndex(['member_id'], 'reseau_own_member');
			$table->addIndex(['subscriber_id'], 'reseau_own_subscriber');
			$table->addIndex(['expires_at'], 'reseau_own_expires');
		}

		if (!$schema->hasTable('reseau_calls')) {
			$table = $schema->createTable('reseau_calls');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('day', Types::STRING, ['notnull' => true, 'length' => 10]);
			$table->addColumn('how', Types::STRING, ['notnull' => true, 'length' => 8]);
			// Encrypted: what the person answered.
			$table->addColumn('note', Types::TEXT, ['notnull' => false]);
			$table->addColumn('by_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('key_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->setPrimaryKey(['id'], 'reseau_cal_pk');
			$table->addUniqueIndex(['key_hash'], 'reseau_cal_key');
			$table->addIndex(['member_id', 'day'], 'reseau_cal_member');
		}

		$consents = $schema->getTable('reseau_consents');
		if (!$consents->hasColumn('subscriber_id')) {
			$consents->addColumn('subscriber_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$consents->addIndex(['subscriber_id'], 'reseau_con_subscriber');
			// Choices of a person without a card belong only to their row of subscribers.
			$consents->getColumn('member_id')->setNotnull(false);
		}

		return $schema;
	}
}
